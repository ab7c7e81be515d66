using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>Finds the place in an English sentence: in Busan, at Naver's Sejong data centre, went to Company A's plant.</summary>
internal static class EnglishPlace
{
    private static readonly string[] Leads = ["went to ", "visited ", "toured ", "at the ", "at ", "in the ", "in "];

    private static readonly string[] NotPlaces =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Yesterday", "AI", "Q1", "Q2", "Q3", "Q4", "English", "Korean", "Minister", "Deputy"];

    private static readonly string[] Sites = ["hall", "centre", "center", "hotel", "campus", "office", "headquarters", "building", "plant", "factory", "university", "institute", "assembly", "tower", "complex", "lab", "laboratory", "room"];

    public static string? Find(string text, SourceSpan span)
    {
        foreach (var lead in Leads)
        {
            for (var at = span.Start; (at = text.IndexOf(lead, at, span.End - at, StringComparison.OrdinalIgnoreCase)) >= 0; at += lead.Length)
            {
                if (at > 0 && char.IsAsciiLetter(text[at - 1])) continue;
                if (Phrase(text, at + lead.Length, span.End) is { } place) return place;
            }
        }

        return null;
    }

    /// <summary>"In Gwangju": a capital word right behind <c>in</c>.</summary>
    public static string? FindTown(string text, SourceSpan span)
    {
        for (var at = span.Start; (at = text.IndexOf("in ", at, span.End - at, StringComparison.OrdinalIgnoreCase)) >= 0; at += 3)
        {
            if ((at == 0 || !char.IsAsciiLetter(text[at - 1])) && Phrase(text, at + 3, span.End) is { } place) return place;
        }

        return null;
    }

    private static string? Phrase(string text, int from, int to)
    {
        var end = from;
        var capital = false;
        while (end < to)
        {
            var next = end;
            while (next < to && text[next] is not (' ' or ',' or '.' or ';' or '\n')) next++;
            var word = text[end..next];
            if (word.Length == 0 || NotPlaces.Any(n => word.StartsWith(n, StringComparison.Ordinal))) break;
            if (!char.IsAsciiLetterUpper(word[0]) && !char.IsAsciiDigit(word[0]) && !(capital && Reaches(text, end, to))) break;
            capital |= char.IsAsciiLetterUpper(word[0]);
            end = next;
            if (next >= to || text[next] != ' ') break;
            end = next + 1;
        }

        var place = text[from..Math.Min(end, to)].Trim();
        return capital && place.Length > 1 && !MeetingWords.Nouns.Any(n => place.EndsWith(n, StringComparison.OrdinalIgnoreCase)) ? place : null;
    }

    /// <summary>"Naver's Sejong data centre": small words stay in as long as a site closes them.</summary>
    private static bool Reaches(string text, int from, int to)
    {
        var words = text[from..Math.Min(to, from + 40)].Split(' ', ',', '.');
        return words.Take(3).Any(w => Sites.Contains(w, StringComparer.OrdinalIgnoreCase));
    }
}
