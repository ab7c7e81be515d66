using System.Text;

namespace PolicyBot.Records.Documents.Calendars;

/// <summary>One unfolded line: <c>NAME;PARAMETER=value:value</c> (RFC 5545, section 3.1).</summary>
/// <param name="Number">Where it begins in the file, from 1.</param>
internal sealed record ContentLine(string Name, string Parameters, string Value, int Number)
{
    private const int LongestLine = 64 * 1024;

    public static IEnumerable<ContentLine> Read(string text)
    {
        using var lines = new StringReader(text);
        var held = new StringBuilder();
        var (number, begun) = (0, 0);
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (line.Length > 0 && line[0] is ' ' or '\t')
            {
                if (held.Length is > 0 and < LongestLine) held.Append(line.AsSpan(1));
                continue;
            }

            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Parse(held.ToString(), begun) is { } parsed) yield return parsed;
            held.Clear().Append(line);
            begun = number;
        }

        if (Parse(held.ToString(), begun) is { } last) yield return last;
    }

    /// <summary>Without its quotation marks; null when it is not there.</summary>
    public string? Parameter(string name)
    {
        foreach (var parameter in Split(Parameters, ';'))
            if (parameter.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals && parameter.AsSpan(0, equals).Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) return parameter[(equals + 1)..].Trim().Trim('"');
        return null;
    }

    /// <summary>Null for what is no content line: other programs pass over it too.</summary>
    private static ContentLine? Parse(string line, int number)
    {
        if (IndexOutside(line, ':', 0) is not (> 0 and var colon)) return null;
        var semicolon = line.IndexOf(';', 0, colon);
        var name = line[..(semicolon < 0 ? colon : semicolon)].Trim().ToUpperInvariant();
        return name.Length == 0 ? null : new(name, semicolon < 0 ? "" : line[(semicolon + 1)..colon], line[(colon + 1)..], number);
    }

    private static IEnumerable<string> Split(string text, char separator)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = IndexOutside(text, separator, start);
            if (end < 0) end = text.Length;
            yield return text[start..end];
            start = end + 1;
        }
    }

    /// <summary>Outside of quotation marks.</summary>
    private static int IndexOutside(string text, char sought, int start)
    {
        var quoted = false;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '"') quoted = !quoted;
            else if (text[i] == sought && !quoted) return i;
        }

        // A quotation mark that is never closed protects nothing.
        return quoted ? text.IndexOf(sought, start) : -1;
    }
}
