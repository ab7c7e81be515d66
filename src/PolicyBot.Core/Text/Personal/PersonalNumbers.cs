namespace PolicyBot.Text.Personal;

/// <summary>Numbers that belong to a person. No check digit is asked for: resident numbers given since October 2020 have none, and a slip of the pen protects nobody.</summary>
internal static class PersonalNumbers
{
    private const int DigitsOfDay = 8;

    private static readonly string[] OfAccounts = ["계좌", "은행", "뱅크", "통장", "농협", "수협", "신협", "금고", "우체국", "입금", "송금", "예금", "이체", "account", "bank", "iban", "a/c"];
    private static readonly string[] OfLicences = ["면허", "licen"];
    private static readonly string[] OfCards = ["카드", "card", "visa", "비자", "마스터"];

    private static readonly string[] Regions = ["서울", "부산", "대구", "인천", "광주", "대전", "울산", "경기", "강원", "충북", "충남", "전북", "전남", "경북", "경남", "제주"];

    public static IEnumerable<(int From, int To)> Find(FoldedText text)
    {
        foreach (var run in Digits.Runs(text.Text, atLeast: 9))
        {
            for (var at = 0; at < run.Count;)
            {
                var isDay = IsDay(run, at);
                var length = isDay ? DigitsOfDay : run.IsBoundary(at) ? LengthAt(text, run, at) : 0;
                if (length > 0 && !isDay) yield return (run.From(at), run.To(at + length - 1));
                at += Math.Max(1, length);
            }
        }
    }

    /// <summary>2025-10-20, written apart as days are: two of them beside each other are no card.</summary>
    private static bool IsDay(DigitRun run, int at)
    {
        if (!run.StartsWith(at, 1, 9) && !run.StartsWith(at, 2, 0)) return false;
        if (!Ends(run, at, DigitsOfDay) || Enumerable.Range(1, DigitsOfDay - 1).Any(i => run.IsBoundary(at + i) != (i is 4 or 6))) return false;
        var (month, day) = ((run[at + 4] * 10) + run[at + 5], (run[at + 6] * 10) + run[at + 7]);
        return run.IsBoundary(at) && month is >= 1 and <= 12 && day is >= 1 and <= 31;
    }

    /// <summary>How many digits the number has that begins here; 0 when none does.</summary>
    private static int LengthAt(FoldedText text, DigitRun run, int at)
    {
        foreach (var kind in (Func<FoldedText, DigitRun, int, int>[])[Resident, Mobile, Abroad, Landline, Card, Licence, Account])
            if (kind(text, run, at) is > 0 and var length) return length;
        return 0;
    }

    private static bool Ends(DigitRun run, int at, int length) => at + length <= run.Count && run.IsBoundary(at + length);

    /// <summary>Of residents and of foreigners: the day of birth, then seven digits of which the first tells the century.</summary>
    private static int Resident(FoldedText text, DigitRun run, int at)
    {
        if (!Ends(run, at, 13) || run[at + 6] is 0 or 9) return 0;
        var (month, day) = ((run[at + 2] * 10) + run[at + 3], (run[at + 4] * 10) + run[at + 5]);
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 && run.Breaks(at, 13, [6]) ? 13 : 0;
    }

    private static int Mobile(FoldedText text, DigitRun run, int at)
    {
        if (!run.StartsWith(at, 0, 1) || at + 2 >= run.Count || run[at + 2] is 2 or 3 or 4 or 5 || !run.IsOne(at, 3)) return 0;
        if (Ends(run, at, 11) && run.Breaks(at, 11, [3], [7])) return 11;
        return run[at + 2] != 0 && Ends(run, at, 10) && run.Breaks(at, 10, [3], [6]) ? 10 : 0;
    }

    /// <summary>With Korea's prefix, after a plus or set apart.</summary>
    private static int Abroad(FoldedText text, DigitRun run, int at)
    {
        if (!run.StartsWith(at, 8, 2) || at + 9 > run.Count) return 0;
        var plus = run.From(at) > 0 && text.Text[run.From(at) - 1] == '+';
        if (!plus && !run.IsBoundary(at + 2)) return 0;
        var own = at + (run[at + 2] == 0 ? 3 : 2);
        if (run.StartsWith(own, 1) && run[own + 1] is 0 or 1 or 6 or 7 or 8 or 9)
            foreach (var length in (int[])[10, 9]) if (Ends(run, own, length)) return own - at + length;
        if (!plus) return 0;
        foreach (var length in (int[])[10, 9, 8]) if (run[own] is >= 2 and <= 7 && Ends(run, own, length)) return own - at + length;
        return 0;
    }

    private static int Landline(FoldedText text, DigitRun run, int at)
    {
        if (run[at] != 0 || at + 4 > run.Count) return 0;
        var (area, lengths) = (run[at + 1], run[at + 2]) switch
        {
            (2, _) => (2, (int[])[10, 9]),
            ( >= 3 and <= 6, >= 1 and <= 5) => (3, (int[])[11, 10]),
            (7, 0) => (3, (int[])[11]),
            (5, 0) => (4, (int[])[12, 11]),
            _ => (0, (int[])[]),
        };
        foreach (var length in lengths) if (Ends(run, at, length) && run.IsOne(at, area) && run.Breaks(at, length, [area], [length - 4])) return length;
        return 0;
    }

    private static int Card(FoldedText text, DigitRun run, int at)
    {
        var near = text.IsNear(run.From(at), run.To(Math.Min(at + 15, run.Count - 1)), 20, OfCards);
        if (Ends(run, at, 16) && run.Breaks(at, 16, [4, 8, 12]) && (near || Stands(text, run, at, 16, run[at] is >= 3 and <= 6 or 9))) return 16;
        return run[at] == 3 && Ends(run, at, 15) && run.Breaks(at, 15, [4, 10]) && (near || Stands(text, run, at, 15, true)) ? 15 : 0;
    }

    /// <summary>Figures of a table stand in one line too, and addresses are full of numbers: without a word beside it a card has to stand alone.</summary>
    private static bool Stands(FoldedText text, DigitRun run, int at, int length, bool begins)
    {
        var before = run.From(at) > 0 ? text.Text[run.From(at) - 1] : ' ';
        if (run.IsContiguous(at, length)) return begins && !(char.IsAsciiLetterOrDigit(before) || before is '=' or '&' or '/' or '%' or '_' or '-' or '.');
        return run.Before(at + 4) != ' ' && run.Breaks(at, length, [4, 8, 12], [4, 10]) ? begins || run[at] == 2 : begins && at == 0 && run.Count == length;
    }

    private static int Licence(FoldedText text, DigitRun run, int at)
    {
        var near = text.IsNear(run.From(at), run.From(at), 25, OfLicences);
        if (Ends(run, at, 12) && run[at] is 1 or 2 && run.Breaks(at, 12, [2, 4, 10]) && (near || !run.IsContiguous(at, 12))) return 12;
        return Ends(run, at, 10) && run.Breaks(at, 10, [2, 8]) && (near || (!run.IsContiguous(at, 10) && text.IsNear(run.From(at), run.From(at), 4, Regions))) ? 10 : 0;
    }

    /// <summary>Banks agree on no form: a word of banking beside it, or groups joined by hyphens that are neither a day nor a patent.</summary>
    private static int Account(FoldedText text, DigitRun run, int at)
    {
        var rest = run.Count - at;
        if (at == 0 && rest is >= 10 and <= 16 && text.IsNear(run.From(0), run.To(rest - 1), 20, OfAccounts)) return rest;
        if (at > 0 && run.Before(at) != ' ') return 0;
        var length = Enumerable.Range(1, rest).First(i => i == rest || run.Before(at + i) == ' ');
        if (length is >= 10 and <= 16 && text.IsNear(run.From(at), run.To(at + length - 1), 20, OfAccounts)) return length;
        if (length is < 11 or > 14) return 0;
        int[] groups = [.. Groups(run, at, length)];
        if (groups.Length < 3 || groups.Any(g => g < 2) || Enumerable.Range(1, length - 1).Any(i => run.Before(at + i) is not ('\0' or '-'))) return 0;
        var isYear = run.StartsWith(at, 1, 9) || run.StartsWith(at, 2, 0);
        var isPatent = groups[0] == 2 && (run.StartsWith(at + 2, 1, 9) || run.StartsWith(at + 2, 2, 0));
        return (isYear && groups[0] == 4) || isPatent ? 0 : length;
    }

    private static IEnumerable<int> Groups(DigitRun run, int at, int length)
    {
        var from = at;
        for (var i = at + 1; i <= at + length; i++)
        {
            if (!run.IsBoundary(i)) continue;
            yield return i - from;
            from = i;
        }
    }
}
