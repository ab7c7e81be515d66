using PolicyBot.Text;

namespace PolicyBot.Concerns.Evaluation;

/// <summary>Compares what was read from one example with its labels.</summary>
internal sealed class ExampleScore
{
    private readonly GoldExample _example;
    private readonly IReadOnlyList<Statement> _found;
    private readonly SpeakerNames _names;

    /// <summary>For each label the found statement of its kind, or -1.</summary>
    private readonly int[] _matched;

    /// <summary>For each label the found statement of whatever kind, or -1.</summary>
    private readonly int[] _paired;

    private ExampleScore(GoldExample example, IReadOnlyList<Statement> found, SpeakerNames names)
    {
        (_example, _found, _names) = (example, found, names);
        SourceSpan[] labels = [.. _example.Statements.Select(s => s.Span)], spans = [.. found.Select(s => s.Span)];
        _matched = SpanPairing.Pair(labels, spans, (l, f) => _example.Statements[l].Kind == found[f].Kind);
        _paired = SpanPairing.Pair(labels, spans, (l, f) => _matched[l] == f || (_matched[l] < 0 && !_matched.Contains(f)));
    }

    public AttributionTally Tally { get; } = new() { Examples = 1 };

    public List<Miss> Misses { get; } = [];

    public static ExampleScore Of(GoldExample example, IReadOnlyList<Statement> found, SpeakerNames names)
    {
        var score = new ExampleScore(example, found, names);
        score.CountKinds();
        for (var i = 0; i < example.Statements.Count; i++)
        {
            if (score._matched[i] >= 0) score.CompareMatched(example.Statements[i], found[score._matched[i]]);
            if (score._paired[i] >= 0) score.CompareStrength(example.Statements[i], found[score._paired[i]]);
        }

        foreach (var statement in found) score.CompareSpeaker(statement);
        score.CompareLinks();
        return score;
    }

    private void CountKinds()
    {
        for (var i = 0; i < _example.Statements.Count; i++)
        {
            var label = _example.Statements[i];
            Tally.AddKind(label.Kind, 1, 0, _matched[i] >= 0 ? 1 : 0);
            if (_matched[i] >= 0) continue;
            if (_paired[i] >= 0) Note("kind", $"{label.Kind}: {Words(label)}", _found[_paired[i]].Kind.ToString());
            else Note("missed", $"{label.Kind} by {Who(label)}: {Words(label)}", null);
        }

        for (var i = 0; i < _found.Count; i++)
        {
            Tally.AddKind(_found[i].Kind, 0, 1, 0);
            if (!_paired.Contains(i)) Note("extra", null, $"{_found[i].Kind} by {Who(_found[i])}: {Words(_found[i])}");
        }
    }

    private void CompareMatched(GoldStatement label, Statement statement)
    {
        if (!Tally.Level.Count(label.Level == statement.Attribution.Level)) Note("level", $"{Who(label)}: {Words(label)}", Who(statement));
        if (IsNamed(label.Level) && !Tally.Name.Count(SameNames(label, statement))) Note("name", $"{Who(label)}: {Words(label)}", Who(statement));
        if (label.Due is not null || statement.Due is not null)
        {
            var same = label.Due is { } due && statement.Due is { } read && due.By == read.By;
            if (!Tally.Due.Count(same)) Note("due", $"{label.Due}: {Words(label)}", $"{statement.Due}");
        }

        if (label.Topic is { } topic && !Tally.Topic.Count(statement.Topics is [var first, ..] && first == topic))
            Note("topic", $"{topic}: {Words(label)}", string.Join(", ", statement.Topics));
    }

    private void CompareStrength(GoldStatement label, Statement statement)
    {
        if (label.Strength is not { } expected) return;
        if (label.Kind == statement.Kind) Tally.Strength.Count(expected == statement.Strength);
        if (expected == statement.Strength) return;
        var above = statement.Strength is { } read && IsAbove(read, expected);
        if (above) Tally.Upgrades++;
        Note(above ? "upgrade" : "strength", $"{expected}: {Words(label)}", statement.Strength?.ToString());
    }

    /// <summary>Against a refusal or an explanation of what is so already, every step from reviewing on is a promise too much.</summary>
    private static bool IsAbove(ReplyStrength read, ReplyStrength label) =>
        read <= ReplyStrength.Decided && (label <= ReplyStrength.Decided ? read > label : read > ReplyStrength.Heard);

    private void CompareSpeaker(Statement statement)
    {
        var nearest = SpanPairing.Nearest(statement.Span, [.. _example.Statements.Select(s => s.Span)]);
        var named = IsNamed(statement.Attribution.Level);
        if (nearest < 0)
        {
            if (named) Tally.False.Count(false);
            if (!named && _example.Statements.Count > 0) return;
            Tally.Inventions++;
            Note("invention", null, $"{Who(statement)}: {Words(statement)}");
        }
        else if (named)
        {
            var label = _example.Statements[nearest];
            var right = IsNamed(label.Level) && statement.Attribution.Names.All(n => label.Names.Any(l => _names.Same(n, l, _example.Published)));
            if (Tally.False.Count(!right)) Note("false", $"{Who(label)}: {Words(label)}", $"{Who(statement)}: {Words(statement)}");
        }
    }

    private void CompareLinks()
    {
        var expected = Enumerable.Range(0, _example.Statements.Count).SelectMany(i => _example.Statements[i].RepliesTo.Select(r => (i, r))).ToHashSet();
        var read = _found.SelectMany((s, i) => s.RepliesTo.Select(id => (LabelOf(i), LabelOf(PlaceOf(id))))).ToList();
        var right = read.Where(expected.Contains).Distinct().ToList();
        Tally.AddLinks(expected.Count, read.Count, right.Count);
        foreach (var (i, r) in expected.Except(right)) Note("reply", $"{Words(_example.Statements[i])} -> {Words(_example.Statements[r])}", null);
        foreach (var (i, r) in read.Where(l => !expected.Contains(l))) Note("reply", null, $"statement {i} -> statement {r} (-1: matches no label)");
    }

    private int PlaceOf(StatementId id)
    {
        for (var i = 0; i < _found.Count; i++)
        {
            if (_found[i].Id == id) return i;
        }

        return -1;
    }

    private int LabelOf(int place) => place < 0 ? -1 : Array.IndexOf(_paired, place);

    private bool SameNames(GoldStatement label, Statement statement)
    {
        var read = statement.Attribution.Names;
        return IsNamed(statement.Attribution.Level)
            && read.Count == label.Names.Count
            && label.Names.All(l => read.Any(n => _names.Same(n, l, _example.Published)));
    }

    private static bool IsNamed(AttributionLevel level) => level >= AttributionLevel.Organisation;

    private void Note(string what, string? expected, string? read) => Misses.Add(new(_example.Id, _example.Trap, what, expected, read));

    private static string Who(GoldStatement label) => $"{label.Level} [{string.Join(", ", label.Names)}]";

    private static string Who(Statement statement) => $"{statement.Attribution.Level} [{string.Join(", ", statement.Attribution.Names)}]";

    private string Words(GoldStatement label) => label.Span.Of(_example.Text);

    private string Words(Statement statement) => statement.Span.Of(_example.Text);
}
