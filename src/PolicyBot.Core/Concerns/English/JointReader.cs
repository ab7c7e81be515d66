using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Reads names side by side, each with its own post: "Jane Roe, CEO of Company A, and John Doe, CTO of Company B,".</summary>
internal static class JointReader
{
    private const int LongestPost = 12;

    /// <summary>The names from here on and where they end; null where fewer than two stand or no "and" joins them.</summary>
    public static (List<NameMention> Names, int End)? Read(List<EnglishToken> tokens, List<NameMention> mentions, int from, int to)
    {
        List<Affiliation> ties = [.. AffiliationReader.Read(tokens, mentions)];
        List<NameMention> found = [];
        var (at, end, joined) = (tokens[from].Is("both") ? from + 1 : from, from, false);
        while (at < to && Unit(tokens, mentions, ties, at, to) is var (name, behind))
        {
            found.Add(name);
            end = behind;
            var next = Link(tokens, behind, to, out var joins);
            // Behind the last "and" a comma ends the row: what follows is told.
            if (next == behind || (joined && !joins)) break;
            joined |= joins && next < to;
            at = next;
        }

        return found.Count > 1 && joined ? (found, end) : null;
    }

    /// <summary>"Unlike Jane Roe, CEO of Company A, John Doe, CTO of Company B, asked": the post is hers, and who asked stands behind it; the end where that cannot be told.</summary>
    /// <param name="before">The names in front of <paramref name="from"/>.</param>
    /// <param name="mentions">Those behind it.</param>
    public static int BehindApposition(List<EnglishToken> tokens, List<NameMention> before, List<NameMention> mentions, int from, int to)
    {
        if (before is not [.., { IsPerson: true } person] || person.To != from - 1) return from;
        var end = AffiliationReader.EndOfPost(tokens, mentions, from);
        if (end == from) return from;
        // Behind ", and" others may be named who did not ask either.
        return end + 1 < to && tokens[end].Is(",") && !(tokens[end + 1].Lower is "and" or "or") ? end + 1 : to;
    }

    /// <summary>One name with what tells who it is.</summary>
    private static (NameMention Name, int Behind)? Unit(List<EnglishToken> tokens, List<NameMention> mentions, List<Affiliation> ties, int at, int to)
    {
        var start = tokens[at].Is("the") && at + 1 < to ? at + 1 : at;
        if (ties.FindAll(t => t.Words.Start == tokens[start].Start) is [_, ..] own)
        {
            var tie = own.MaxBy(t => t.Words.End)!;
            var behind = start;
            while (behind < to && tokens[behind].Start < tie.Words.End) behind++;
            return (tie.Person, behind);
        }

        if (mentions.Find(m => m.From == at) is not { } name) return null;
        return name.IsPerson ? (name, BehindPost(tokens, mentions, name.To, to)) : (name, name.To);
    }

    /// <summary>", a farmer," and ", CEO of Quillmark," where no rule knows the house; the place itself where neither stands.</summary>
    private static int BehindPost(List<EnglishToken> tokens, List<NameMention> mentions, int at, int to)
    {
        if (at + 2 >= to || !tokens[at].Is(",")) return at;
        var isPost = tokens[at + 1].Lower is "a" or "an" or "the" || AffiliationReader.IsPost(tokens[at + 1]) || AffiliationReader.IsPostModifier(tokens[at + 1]);
        if (!isPost) return at;
        for (var end = at + 2; end < Math.Min(tokens.Count, at + LongestPost); end++)
        {
            if (mentions.Exists(m => m.IsPerson && m.From == end && m.To - m.From > 1) || PredicateReader.At(tokens, end, tokens.Count) is not null) return at;
            if (tokens[end].Is(",") || end == to) return end;
        }

        return at;
    }

    /// <summary>Behind ", and", "and", ", as well as" or a comma; the place itself where the row ends.</summary>
    private static int Link(List<EnglishToken> tokens, int at, int to, out bool joins)
    {
        var next = at < to && tokens[at].Is(",") ? at + 1 : at;
        joins = true;
        if (next < to && tokens[next].Lower is "and" or "&") return next + 1;
        if (next + 2 < to && tokens[next].Is("as") && tokens[next + 1].Is("well") && tokens[next + 2].Is("as")) return next + 3;
        if (next + 1 < to && tokens[next].Lower is "along" or "together" && tokens[next + 1].Is("with")) return next + 2;
        joins = false;
        return next;
    }
}
