using System.Text.RegularExpressions;

namespace PolicyBot.Text.Personal;

/// <summary>Addresses of mail, also those that are spelt out: hong (at) example (dot) com, hong 골뱅이 네이버 점 컴.</summary>
internal static class MailAddresses
{
    private const string Name = @"[a-z0-9_%+\-]+(?:(?:\.|[(\[{] ?(?:\.|dot|닷|점) ?[)\]}])[a-z0-9_%+\-]+)*";
    private const string Dot = @"(?: ?[(\[{] ?(?:\.|dot|닷|점) ?[)\]}] ?| dot | ?(?:닷|점) ?| \. |\.)";
    private const string Label = @"(?:[a-z0-9\-]+|[가-힣]{1,8}?)";
    private const string Last = @"(?:[a-z]{2,12}|컴|넷|케이알|오알지)";
    private const string Host = $"{Label}(?:{Dot}{Label})*?{Dot}{Last}(?:{Dot}(?:kr|케이알))?";

    private static readonly Regex Signed = Pattern($@"{Name}(?: {{0,2}}(?:@|[(\[{{<] ?(?:at|앳|골뱅이|@) ?[)\]}}>]|골뱅이|앳) {{0,2}}){Host}");

    // The plain word "at" joins a name and a host only where the dot is a word too, or the text speaks of mail.
    private const string NameInWords = @"[a-z0-9_%+\-]+(?:(?:\.| dot |[(\[{] ?(?:\.|dot) ?[)\]}])[a-z0-9_%+\-]+)*";
    private const string Known = "(?:com|net|org|kr|co|io|edu|gov|go|ac|or|re|info|biz|jp|cn|us|uk|eu|de|ai|app|dev|me|tv)";
    private static readonly Regex SpeltOut = Pattern($@"{NameInWords} at {Label}(?:{Dot}{Label})*?(?: ?[(\[{{] ?(?:\.|dot|닷|점) ?[)\]}}] ?| dot ){Known}(?:{Dot}kr)?");
    private static readonly Regex SpokenOf = Pattern($@"{Name} at [a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.{Last}");
    private static readonly string[] OfMail = ["mail", "메일"];

    public static IEnumerable<(int From, int To)> Find(FoldedText text)
    {
        foreach (Match match in Signed.Matches(text.Text)) yield return (match.Index, match.Index + match.Length);
        foreach (Match match in SpeltOut.Matches(text.Text)) yield return (match.Index, match.Index + match.Length);
        foreach (Match match in SpokenOf.Matches(text.Text))
            if (text.IsNear(match.Index, match.Index, 30, OfMail)) yield return (match.Index, match.Index + match.Length);
    }

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
