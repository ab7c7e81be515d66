using System.Text;

namespace PolicyBot.Records.Reading;

/// <summary>White space as a browser shows it: runs become one space, invisible characters go.</summary>
internal static class HtmlSpace
{
    public static void Append(StringBuilder text, string words)
    {
        foreach (var c in words)
        {
            if (c is '\u200B' or '\uFEFF' or '\u00AD' or '\u2060' || (char.IsControl(c) && !char.IsWhiteSpace(c))) continue;
            if (!char.IsWhiteSpace(c)) text.Append(c);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
        }
    }

    public static void Break(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] == ' ') text.Length--;
        if (text.Length > 0) text.Append('\n');
    }
}
