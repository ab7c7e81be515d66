namespace PolicyBot.Concerns.Evaluation;

/// <summary>Counts over any number of examples.</summary>
internal sealed class AttributionTally
{
    private readonly Dictionary<StatementKind, FoundShare> _kinds = Enum.GetValues<StatementKind>().ToDictionary(k => k, _ => new FoundShare(0, 0, 0));

    public int Examples { get; set; }

    public Share Level { get; } = new();

    public Share Name { get; } = new();

    public Share Strength { get; } = new();

    public Share Due { get; } = new();

    public Share Topic { get; } = new();

    /// <summary>Of the statements that name somebody, those that do so falsely.</summary>
    public Share False { get; } = new();

    public int Inventions { get; set; }

    public int Upgrades { get; set; }

    public FoundShare Links { get; private set; } = new(0, 0, 0);

    public void AddKind(StatementKind kind, int labelled, int found, int right) => _kinds[kind] = Sum(_kinds[kind], new(labelled, found, right));

    public void AddLinks(int labelled, int found, int right) => Links = Sum(Links, new(labelled, found, right));

    public void Add(AttributionTally other)
    {
        Examples += other.Examples;
        foreach (var (kind, share) in other._kinds) AddKind(kind, share.Labelled, share.Found, share.Right);
        Level.Add(other.Level);
        Name.Add(other.Name);
        Strength.Add(other.Strength);
        Due.Add(other.Due);
        Topic.Add(other.Topic);
        False.Add(other.False);
        Inventions += other.Inventions;
        Upgrades += other.Upgrades;
        Links = Sum(Links, other.Links);
    }

    public SliceScores Slice()
    {
        var all = All();
        return new(Examples, all.Precision, all.Recall, all.F1, Level.Value, False.Right, Inventions, Upgrades);
    }

    public AttributionScores Scores(IReadOnlyDictionary<string, SliceScores> bySlice, IReadOnlyDictionary<string, SliceScores> byLanguage) => new()
    {
        Statements = All(),
        Kind = _kinds.ToDictionary(k => k.Key.ToString().ToLowerInvariant(), k => k.Value),
        LevelAccuracy = Level.Value,
        FalseAttributions = False.Right,
        FalseAttributionShare = False.Value,
        Inventions = Inventions,
        NameAccuracy = Name.Value,
        StrengthAccuracy = Strength.Value,
        StrengthUpgrades = Upgrades,
        ReplyLinks = Links,
        DueAccuracy = Due.Value,
        TopicAccuracy = Topic.Value,
        BySlice = bySlice,
        ByLanguage = byLanguage,
    };

    private FoundShare All() => _kinds.Values.Aggregate(Sum);

    private static FoundShare Sum(FoundShare a, FoundShare b) => new(a.Labelled + b.Labelled, a.Found + b.Found, a.Right + b.Right);

    internal sealed class Share
    {
        public int Right { get; private set; }

        public int Of { get; private set; }

        public double? Value => Of > 0 ? (double)Right / Of : null;

        public bool Count(bool right)
        {
            Of++;
            if (right) Right++;
            return right;
        }

        public void Add(Share other) => (Right, Of) = (Right + other.Right, Of + other.Of);
    }
}
