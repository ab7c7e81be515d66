namespace PolicyBot.Concerns.Korean;

/// <summary>The quotative ending of a word: 늘려 달라|고, 부담이|라며, 어렵다|는.</summary>
internal static class Complements
{
    public enum Form
    {
        /// <summary>-다고: a reporting verb follows.</summary>
        Verb,

        /// <summary>-다며: the same speaker goes on.</summary>
        Chain,

        /// <summary>-다는: a noun follows.</summary>
        Noun,
    }

    private static readonly (string Ending, Form Form, string Kept)[] Table =
    [
        ("다라고도", Form.Verb, "다"), ("다라고", Form.Verb, "다"), ("라라고도", Form.Verb, "라"), ("라라고", Form.Verb, "라"), ("다라며", Form.Chain, "다"), ("다라는", Form.Noun, "다"),
        ("다고도", Form.Verb, "다"), ("다고는", Form.Verb, "다"), ("다고만", Form.Verb, "다"), ("다고까지", Form.Verb, "다"), ("다고", Form.Verb, "다"), ("자고도", Form.Verb, "자"), ("자고", Form.Verb, "자"), ("냐고도", Form.Verb, "냐"), ("냐고", Form.Verb, "냐"),
        ("라고도", Form.Verb, "라"), ("라고는", Form.Verb, "라"), ("라고만", Form.Verb, "라"), ("라고까지", Form.Verb, "라"), ("라고", Form.Verb, "라"), ("다면서도", Form.Chain, "다"), ("다면서", Form.Chain, "다"), ("다며", Form.Chain, "다"), ("자면서", Form.Chain, "자"), ("자며", Form.Chain, "자"),
        ("냐면서", Form.Chain, "냐"), ("냐며", Form.Chain, "냐"), ("라면서도", Form.Chain, "라"), ("라면서", Form.Chain, "라"), ("라며", Form.Chain, "라"), ("다는", Form.Noun, "다"), ("다란", Form.Noun, "다"), ("라란", Form.Noun, "라"), ("다던", Form.Noun, "다"), ("자는", Form.Noun, "자"), ("냐는", Form.Noun, "냐"), ("라는", Form.Noun, "라"), ("라던", Form.Noun, "라"),
    ];

    private static readonly (string Suffix, Form Form)[] AfterQuote =
    [
        ("이라고도", Form.Verb), ("라고도", Form.Verb), ("고도", Form.Verb), ("이라고는", Form.Verb), ("라고는", Form.Verb), ("고만", Form.Verb), ("이라고", Form.Verb), ("라고", Form.Verb), ("고", Form.Verb), ("이라면서도", Form.Chain), ("라면서도", Form.Chain), ("면서도", Form.Chain), ("이라면서", Form.Chain), ("라면서", Form.Chain), ("면서", Form.Chain),
        ("이라며", Form.Chain), ("라며", Form.Chain), ("며", Form.Chain), ("이라는", Form.Noun), ("라는", Form.Noun), ("는", Form.Noun), ("이란", Form.Noun), ("란", Form.Noun), ("던", Form.Noun),
    ];

    /// <summary>Commands keep their 라; after a noun 라고 belongs to 이다.</summary>
    private static readonly string[] Commands = ["달라", "하라", "으라", "말라", "주라", "리라", "두라", "내라", "가라", "치라", "서라", "어라", "아라", "해라", "꾸라", "마라", "키라", "우라", "추라"];

    /// <summary>있단 지적, 달란 요청: only after these, since 집단 and 수단 end alike.</summary>
    private static readonly string[] Short = ["있단", "없단", "한단", "된단", "않단", "렵단", "크단", "높단", "많단", "늦단", "적단", "했단", "됐단", "겠단", "난단", "린단", "는단", "싶단", "하단", "같단", "길단", "짧단", "잡단", "족단", "달란", "하란", "이란", "하잔", "두잔"];

    /// <summary>The form of the ending and where the words before it end; null when the word reports nothing.</summary>
    public static (Form Form, int End)? Match(Word word, Word? next)
    {
        if (word.Quote is { } quote)
        {
            foreach (var (suffix, form) in AfterQuote)
            {
                if (word.Text == suffix) return (form, quote.End);
            }

            return null;
        }

        foreach (var (ending, form, kept) in Table)
        {
            if (word.Text.Length <= ending.Length - (kept.Length == 0 ? 0 : 1) || !word.Text.EndsWith(ending, StringComparison.Ordinal)) continue;
            return (form, word.EndOf(Kept(word.Text[..^(ending.Length - kept.Length)], kept)));
        }

        if (next is not null && Array.Exists(Short, s => word.Text.EndsWith(s, StringComparison.Ordinal)) && (ReportingNouns.Read(next.Text) is not null || next.Text is "게" or "것이" or "것은" or "건"))
            return (Form.Noun, word.EndOf(word.Text.EndsWith("이란", StringComparison.Ordinal) ? Math.Max(1, word.Text.Length - 2) : word.Text.Length));
        return null;
    }

    private static int Kept(string stem, string kept)
    {
        if (kept != "라" || Array.Exists(Commands, c => stem.EndsWith(c, StringComparison.Ordinal))) return stem.Length;
        var length = stem.Length - 1;
        if (length > 1 && stem[length - 1] == '이' && stem[length - 2] != '아') length--;
        return length;
    }
}
