namespace PolicyBot.Records.Telling;

/// <summary>Reads an English phrase that names a person: Mary Major, head of Association B; Company A's chief executive Jane Doe; Deputy Minister Pickwick.</summary>
internal static class EnglishPerson
{
    private static readonly string[] Titles =
    [
        "deputy minister", "vice minister", "prime minister", "minister", "chief executive officer", "chief executive", "vice president", "president", "chairman", "chairwoman", "chairperson", "chair", "managing director",
        "director general", "director", "secretary", "commissioner", "professor", "head", "founder", "manager", "CEO", "CTO", "senator", "mayor", "governor", "representative", "spokesperson",
    ];

    public static Party? Read(string phrase)
    {
        phrase = WithoutOpening(phrase);
        var of = phrase.IndexOf(" of ", StringComparison.Ordinal);
        var comma = phrase.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0 && of > comma) return new(phrase[..comma].Trim(), phrase[(comma + 1)..of].Trim(), Bare(phrase[(of + 4)..]));
        if (of > 0 && IsName(phrase[..of])) return new(phrase[..of], null, Bare(phrase[(of + 4)..]));
        foreach (var title in Titles)
        {
            var at = phrase.IndexOf(title, StringComparison.OrdinalIgnoreCase);
            if (at < 0) continue;
            var name = phrase[(at + title.Length)..].Trim();
            if (IsName(name)) return WithOrganisation(name, phrase[..at].Trim(), phrase.Substring(at, title.Length));
        }

        return null;
    }

    /// <summary>"At a roundtable in Pohang, Company A chief executive Jane Doe": where and when stand before the person.</summary>
    private static string WithoutOpening(string phrase)
    {
        if (phrase.IndexOf(", ", StringComparison.Ordinal) is not (> 0 and var comma)) return phrase;
        return Array.Exists(Turns, t => phrase.AsSpan(0, comma).EndsWith(t, StringComparison.Ordinal)) || Array.Exists(Openings, o => phrase.StartsWith(o, StringComparison.Ordinal)) ? WithoutOpening(phrase[(comma + 2)..]) : phrase;
    }

    /// <summary>"Two days later, …", "The day after, …".</summary>
    private static readonly string[] Turns = [" later", " earlier", " after", " before", " ago", " day", " week", " month"];

    private static readonly string[] Openings = ["At ", "In ", "On ", "During ", "After ", "Before ", "For ", "Speaking ", "Later", "Meanwhile", "However", "Earlier", "Asked ", "Also ", "Separately", "Finally"];

    private static Party WithOrganisation(string name, string before, string title)
    {
        var owner = before.IndexOf("’s", StringComparison.Ordinal) is >= 0 and var curly ? curly : before.IndexOf("'s", StringComparison.Ordinal);
        if (owner > 0) return new(name, $"{before[(owner + 2)..].Trim()} {title}".Trim(), Bare(before[..owner]));
        if (before.Length > 0 && Offices.Any(o => title.EndsWith(o, StringComparison.OrdinalIgnoreCase))) return new(name, $"{(char.IsAsciiLetterLower(title[0]) ? Uncapitalised(before) : before)} {title}", null);
        return before.Length > 0 && char.IsAsciiLetterUpper(before[0]) ? new(name, title, Bare(before)) : new(name, title, null);
    }

    /// <summary>"Science minister" and "Digital Affairs Minister" name an office, not a minister of a company called Science.</summary>
    private static readonly string[] Offices = ["minister", "secretary", "commissioner", "senator"];

    private static string Uncapitalised(string words) =>
        words.Length > 1 && char.IsAsciiLetterLower(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;

    private static string Bare(string name)
    {
        name = name.Trim().TrimEnd('.', ',', ';');
        return name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
    }

    /// <summary>One to four words that all begin with a capital.</summary>
    private static bool IsName(string text) =>
        text.Split(' ') is { Length: >= 1 and <= 4 } words && words.All(w => w.Length > 1 && char.IsAsciiLetterUpper(w[0]) && w.All(c => char.IsAsciiLetter(c) || c is '-' or '.' or '’' or '\''));
}
