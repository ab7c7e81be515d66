using System.Text;

namespace PolicyBot.Text.Personal;

/// <summary>Hides the numbers and addresses of people: resident and foreigner numbers, passports, driving licences, phones, e-mail, cards, accounts. Names stay. The text keeps its length, so that offsets hold.</summary>
public static class PersonalData
{
    public const char Hidden = '●';

    // A shorter text holds none: the shortest is an address such as a@b.kr.
    private const int Shortest = 6;

    private static readonly string[] BracketedAt = ["at)", "at]", "at}", "at>", "at )", "at ]"];

    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create("@＠골앳");

    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length < Shortest || !MayHold(text)) return text;
        var folded = FoldedText.Of(text);
        StringBuilder? masked = null;
        foreach (var (from, to) in PersonalNumbers.Find(folded).Concat(PassportNumbers.Find(folded)).Concat(MailAddresses.Find(folded)))
        {
            masked ??= new(text);
            for (var i = folded.Origin(from); i <= folded.Origin(to - 1); i++)
                if (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i])) masked[i] = Hidden;
        }

        return masked?.ToString() ?? text;
    }

    /// <summary>Quick, as nearly every text holds none: no sign of an address, and nowhere seven digits within reach of each other.</summary>
    private static bool MayHold(string text)
    {
        if (text.AsSpan().ContainsAny(Signs) || text.Contains(" at ", StringComparison.OrdinalIgnoreCase) || BracketedAt.Any(a => text.Contains(a, StringComparison.OrdinalIgnoreCase)) || text.Contains("zero", StringComparison.OrdinalIgnoreCase)) return true;
        var (digits, since) = (0, 0);
        foreach (var c in text)
        {
            if (Digits.ValueOf(c) < 0)
            {
                if (++since > 12) digits = 0;
                continue;
            }

            since = 0;
            if (++digits >= 7) return true;
        }

        return false;
    }
}
