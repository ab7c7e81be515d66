namespace PolicyBot.Benchmarks.Search;

/// <summary>Korean-looking passages and questions from a seed: words made of common syllables, Zipf-distributed, with particles, endings, names and numbers.</summary>
internal sealed class KoreanText
{
    private const int Stems = 60_000;
    private const string Syllables = "가간감강개거건검게격견경계고공과관광교구국군권규그근금기길김나남내노논농능다단당대도동두등라로론료류리마만망매면명모목무문물미민박반발방배백법변별병보복부분불비사산상생서석선설성세소속손수순술스시식신실심안암압양어업여연영예오온완외요용우운원위유육은의이인일임입자작장재저적전절점정제조종주준중증지진집차착참창책처천철청체초총최추축출취치친카타터통투특파판평포표품하학한합항해행향허험현협형호화확환활황회효후";
    private static readonly string[] Particles = ["은", "는", "이", "가", "을", "를", "의", "에", "에서", "으로", "와", "과", "도", "까지", "부터", "에게", "에는", ""];
    private static readonly string[] Endings = ["했다", "한다", "하는", "하고", "해야", "됐다", "되는", "되고", "하겠다고", "했으며", "한다는", "했습니다"];
    private static readonly string[] Latin = ["AI", "GPU", "API", "SW", "R&D", "5G", "IoT", "ESG", "PF", "KPI"];
    private static readonly string[] Asking = ["누가", "무엇을", "어떤", "언제", "왜", "어떻게"];
    private static readonly string[] Asked = ["했나요?", "말했나?", "요청했나?", "있나요?", "되었나요?", "답했나?"];

    private readonly Random _random;
    private readonly string[] _stems;
    private readonly double[] _cumulative;

    public KoreanText(int seed)
    {
        _random = new(seed);
        _stems = [.. Enumerable.Range(0, Stems).Select(_ => NewStem())];
        _cumulative = new double[Stems];
        var sum = 0.0;
        for (var i = 0; i < Stems; i++) _cumulative[i] = sum += 1 / (i + 2.7);
        for (var i = 0; i < Stems; i++) _cumulative[i] /= sum;
    }

    /// <summary>Three to eight sentences on a few subjects, some hundred characters.</summary>
    public string Passage()
    {
        var subjects = Enumerable.Range(0, 4).Select(_ => Stem()).ToArray();
        return string.Join(' ', Enumerable.Range(0, _random.Next(3, 9)).Select(_ => Sentence(subjects)));
    }

    /// <summary>As a reader asks who has a passage in mind: four to eight of its words with other particles, and the words that ask.</summary>
    public string QuestionAbout(string passage)
    {
        var words = passage.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = _random.Next(Math.Max(1, words.Length - 12));
        var chosen = words.Skip(start).Take(12).Where(_ => _random.Next(2) == 0).Take(_random.Next(4, 9))
            .Select(w => w.TrimEnd('.')).Select(w => w.Length > 3 ? w[..^1] + Pick(Particles) : w);
        return $"{string.Join(' ', chosen)} {Pick(Asking)} {Pick(Asked)}";
    }

    private string Sentence(string[] subjects)
    {
        var words = Enumerable.Range(0, _random.Next(6, 14)).Select(_ => _random.Next(20) switch
        {
            0 => _random.Next(1, 3000).ToString(System.Globalization.CultureInfo.InvariantCulture) + "개",
            1 => Pick(Latin) + Pick(Particles),
            < 7 => Pick(subjects) + Pick(Particles),
            < 11 => Stem() + Pick(Endings),
            _ => Stem() + Pick(Particles),
        });
        return $"{string.Join(' ', words)} {Stem()}{Pick(Endings)}.";
    }

    private string Stem()
    {
        var at = Array.BinarySearch(_cumulative, _random.NextDouble());
        return _stems[Math.Min(Stems - 1, at < 0 ? ~at : at)];
    }

    // Syllables are as uneven as words are: a few stand everywhere.
    private string NewStem()
    {
        var length = _random.Next(10) switch { < 5 => 2, < 8 => 3, 8 => 4, _ => 5 };
        return string.Create(length, _random, static (stem, random) =>
        {
            for (var i = 0; i < stem.Length; i++) stem[i] = Syllables[(int)(Math.Pow(random.NextDouble(), 1.6) * Syllables.Length)];
        });
    }

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];
}
