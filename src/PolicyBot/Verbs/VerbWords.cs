using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Verbs;

/// <summary>The words of the ledger and of the archive as a verb prints them: in Korean those of the answers.</summary>
internal static class VerbWords
{
    private static readonly Phrases Korean = new(Language.Korean);

    public static string Of(StatementKind kind, Language language) => language == Language.Korean ? Korean.Kind(kind) : kind.ToString();

    public static string Of(ReplyStrength strength, Language language) => language == Language.Korean ? Korean.Strength(strength) : strength.ToString();

    public static string Of(AttributionLevel level, Language language) => language != Language.Korean ? level.ToString() : level switch
    {
        AttributionLevel.Person => "개인",
        AttributionLevel.Organisation => "기관",
        AttributionLevel.Participants => "참석자들이 함께",
        _ => "발언자 미상",
    };

    public static string Of(LedgerStatus status, Language language) => language != Language.Korean ? status.ToString() : status switch
    {
        LedgerStatus.Open => "답변 없음",
        LedgerStatus.Answered => "답변됨",
        _ => "약속됨",
    };

    public static string Of(MeetingStatus status, Language language) => language != Language.Korean ? status.ToString() : status switch
    {
        MeetingStatus.Held => "열림",
        MeetingStatus.Upcoming => "예정",
        _ => "취소됨",
    };

    public static string Of(Grade grade, Language language) => language != Language.Korean ? grade.ToString() : grade switch
    {
        Grade.Open => "공개",
        Grade.Sensitive => "민감",
        _ => "기밀",
    };

    public static string Of(IntakeOutcome outcome, Language language) => language != Language.Korean ? outcome.ToString() : outcome switch
    {
        IntakeOutcome.Imported => "가져옴",
        IntakeOutcome.Updated => "새 판",
        IntakeOutcome.Unchanged => "그대로",
        IntakeOutcome.Refused => "거부됨",
        IntakeOutcome.Gone => "사라짐",
        _ => outcome.ToString(),
    };
}
