using System.Text.RegularExpressions;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Answers.Grounding;

/// <summary>
/// Decides whether a model's sentence may stand for statements: it may shorten and link their words, never add, swap or strengthen.
/// Whatever fails is told in the record's own words instead, so that a wrong refusal costs style alone.
/// </summary>
public sealed partial class Gate(Organisations organisations, Topics topics)
{
    private const int LongestPoint = 600;

    private readonly StatementReader _reader = new(organisations, topics);

    /// <summary>Why the sentence may not stand, for the log and for tests; null when it may.</summary>
    /// <param name="cited">The statements that it claims to tell, in its order.</param>
    public string? FindFault(string text, IReadOnlyList<StoredStatement> cited)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(cited);
        if (cited.Count == 0) return "cites nothing";
        if (text.Length is 0 or > LongestPoint) return "is empty or too long";
        if (text.Any(c => GateWords.Markup.Contains(c) || (char.IsControl(c) && c != '\n'))) return "holds mark-up";
        if (Address().IsMatch(text)) return "holds an address";
        if (cited.Select(c => Who(c.Statement)).Distinct().Count() > 1) return "joins the words of several speakers";
        if (Quotations.TakeOut(text, cited) is not { } bare) return "quotes what nobody said";
        return FindTwist(text, bare, cited) ?? FindName(bare, cited) ?? FindStranger(text, bare, cited) ?? FindSpeaker(text, cited);
    }

    private static (AttributionLevel, string, bool) Who(Statement s) => (s.Attribution.Level, string.Join('|', s.Attribution.Names), s.Kind is StatementKind.Reply or StatementKind.Commitment);

    /// <summary>Dropping "not" or "if" turns a meaning around, and the end of an answer tells how binding it is: such words are quoted or left alone.</summary>
    private static string? FindTwist(string text, string bare, IReadOnlyList<StoredStatement> cited)
    {
        if (Denials.StandIn(bare)) return "denies or conditions in words of its own";
        foreach (var one in cited.Where(c => !Quotations.Holds(text, c.Text)))
        {
            if (Denials.StandIn(one.Text)) return "retells a denial or a condition";
            if (one.Statement.Kind is StatementKind.Reply or StatementKind.Commitment && !KeepsEnd(bare, one.Text)) return "may change how binding an answer is";
        }

        return null;
    }

    /// <summary>The predicate of a Korean sentence stands last and carries the promise; English ones are quoted.</summary>
    private static bool KeepsEnd(string bare, string quote) =>
        Languages.Detect(quote) == Language.Korean
        && CitedWords.Content(quote).LastOrDefault() is { Length: > 0 } end
        && CitedWords.Content(bare).LastOrDefault(word => !GateWords.IsFree(word, StatementKind.Reply)) is { } last
        && CitedWords.SameWord(last, end);

    /// <summary>Names outside of quotations: those of the cited speaker alone. Presence is not speech.</summary>
    private string? FindName(string bare, IReadOnlyList<StoredStatement> cited)
    {
        var on = cited[0].Record.Published;
        var speaker = string.Join(" · ", cited[0].Statement.Attribution.Level >= AttributionLevel.Organisation ? cited[0].Statement.Attribution.Names : []);
        var allowed = Mentions(speaker).Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
        if (Mentions(bare).FirstOrDefault(o => !allowed.Contains(o.Name)) is { } stranger) return $"names {stranger.Name}";
        return organisations.People.FirstOrDefault(p => p.Name.Length > 1 && bare.Contains(p.Name, StringComparison.Ordinal) && !speaker.Contains(p.Name, StringComparison.Ordinal)) is { } person
            ? $"names {person.Name}"
            : null;

        IEnumerable<Organisation> Mentions(string s) => organisations.FindIn(s, new(0, s.Length), on).Select(m => m.Organisation);
    }

    /// <summary>The quoted words take part in the order: what stands behind a quotation as its signature would else be one of its own names.</summary>
    private static string? FindStranger(string text, string bare, IReadOnlyList<StoredStatement> cited)
    {
        var (words, kind) = (new CitedWords(cited), cited[0].Statement.Kind);
        if (words.FindStranger(text, kind) is { } word) return $"says '{word}', which the record does not say there";
        if (words.FindSignature(Quotations.Behind(text), kind) is { } signature) return $"signs a quotation with '{signature}'";
        return words.FindNewSubject(bare, kind) is { } subject ? $"makes '{subject}' the one who acts" : null;
    }

    /// <summary>The reader of records judges the sentence like any other text: it must find nobody in it but the cited speaker.</summary>
    private string? FindSpeaker(string text, IReadOnlyList<StoredStatement> cited)
    {
        var record = new Record
        {
            Id = new("gate"),
            Title = "",
            Text = text,
            Language = Languages.Detect(text),
            Published = cited[0].Record.Published,
            Parts = [new(TextPartKind.Body, new(0, text.Length))],
        };
        var speaker = cited[0].Statement.Attribution;
        var named = _reader.Read(record, []).Where(s => s.Attribution.Level >= AttributionLevel.Organisation).SelectMany(s => s.Attribution.Names);
        return named.FirstOrDefault(name => speaker.Level < AttributionLevel.Organisation || !speaker.Names.Any(n => n.Contains(name, StringComparison.Ordinal) || name.Contains(n, StringComparison.Ordinal))) is { } other
            ? $"makes {other} the speaker"
            : null;
    }

    // Chats make a link of it with no scheme before it, wherever the record has it from.
    [GeneratedRegex("[A-Za-z0-9]\\.[A-Za-z]{2,}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
