using PolicyBot.Text;

namespace PolicyBot.Concerns.Korean;

/// <summary>Puts together what all the Korean readers find.</summary>
internal static class Drafting
{
    private static readonly string[] Shared = ["의견", "건의", "애로", "어려움", "목소리", "제안", "이야기", "현장", "말씀", "요청", "요구", "지적", "우려"];

    public static DraftStatement Make(string text, SourceSpan content, Speaker speaker, SpeechKinds.Found found, SourceSpan context, int scene, DueReader due)
    {
        var words = content.Of(text);
        var isAnswer = found.Kind is StatementKind.Reply or StatementKind.Commitment;
        return new()
        {
            Kind = found.Kind,
            Span = content,
            Level = speaker.Level,
            Names = speaker.Names,
            Strength = found.Strength,
            Due = isAnswer ? due.Read(words) : null,
            Context = context,
            Scene = scene,
            Aim = isAnswer ? AimOf(words, found.Strength) : ReplyAim.Topic,
            ByGovernment = speaker.Side == Side.Government,
        };
    }

    private static readonly string[] Goods = ["환경", "여건", "생태계", "분위기", "토대"];

    /// <summary>"유연한 환경을 만들겠다" promises nothing in particular.</summary>
    private static bool IsGeneral(string words)
    {
        var tail = Tail.Of(words);
        return tail.EndsWith("겠다", StringComparison.Ordinal) && Goods.Any(g => tail.Contains(g + "을만들", StringComparison.Ordinal) || tail.Contains(g + "를만들", StringComparison.Ordinal) || tail.Contains(g + "을조성", StringComparison.Ordinal) || tail.Contains(g + "를조성", StringComparison.Ordinal));
    }

    /// <summary>"현장 의견을 반영하겠다", "건의를 적어 두었다" answer everything; heard without an object too.</summary>
    private static ReplyAim AimOf(string words, ReplyStrength? strength) =>
        strength is ReplyStrength.Heard || IsGeneral(words) || (strength is ReplyStrength.WillReview or ReplyStrength.WillPursue && words.Length < 40 && Shared.Any(s => words.StartsWith(s, StringComparison.Ordinal) || words.StartsWith("현장 " + s, StringComparison.Ordinal)))
            ? ReplyAim.Everything
            : ReplyAim.Topic;
}
