using System.Globalization;
using PolicyBot.Concerns;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>The fixed wording of answers in both languages. Quotes stay in the language of the record.</summary>
public sealed class Phrases(Language language)
{
    private bool Ko => language == Language.Korean;

    public string Pick(string korean, string english) => Ko ? korean : english;

    /// <summary>The record's words in quotation marks, on one line. A mark that lost its partner when the words were cut out is left out: it would end the quotation early.</summary>
    public static string Quote(string words)
    {
        var line = words.ReplaceLineEndings(" ").Trim();
        if (line.Count(c => c == '“') != line.Count(c => c == '”')) line = line.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal);
        if (line.Count(c => c == '"') % 2 != 0) line = line.Replace("\"", "", StringComparison.Ordinal);
        return $"“{line.Replace('“', '‘').Replace('”', '’')}”";
    }

    /// <summary>How many more there are, and how to see them.</summary>
    /// <param name="about">What the question named, to be given to the ledger; empty for all.</param>
    /// <param name="atLeast">Whether only the newest were counted.</param>
    public string More(int count, string about, bool atLeast = false) => Pick(
        $"이 밖에 {count:N0}건{(atLeast ? " 이상" : "")}이 더 있습니다. 전부 보기: /concerns{(about.Length == 0 ? "" : " " + about)} (명령줄: policybot concerns), 또는 기관·주제·날짜를 더해 물으십시오.",
        $"{(atLeast ? "At least " : "")}{count:N0} more on record. See them all with /concerns{(about.Length == 0 ? "" : " " + about)} (command line: policybot concerns), or ask again with an organisation, a topic or a date.");

    /// <summary>What lay open to the question: a denial says how far one looked.</summary>
    public string Searched(ArchiveExtent extent) => Pick(
        $"기록 {extent.Records:N0}건({Day(extent.From)} ~ {Day(extent.To)})을 살폈습니다.",
        $"{extent.Records:N0} record{(extent.Records == 1 ? " was" : "s were")} searched ({Day(extent.From)} to {Day(extent.To)}).");

    public string MoreMeetings(int count) => Pick(
        $"이 밖에 회의 {count:N0}건이 더 있습니다. 전부 보기: /meetings (명령줄: policybot meetings), 또는 날짜를 더해 물으십시오.",
        $"{count:N0} more meetings on record. See them all with /meetings (command line: policybot meetings), or ask again with a date.");

    /// <summary>Who said it, at its level: the words a reader sees must not suggest more than the record supports.</summary>
    public string Speaker(Attribution attribution) => attribution.Level switch
    {
        AttributionLevel.Person => string.Join(", ", attribution.Names),
        AttributionLevel.Organisation => string.Join(", ", attribution.Names),
        AttributionLevel.Participants => attribution.Names.Count > 0
            ? Pick($"참석자들이 함께({string.Join(", ", attribution.Names)})", $"the participants together ({string.Join(", ", attribution.Names)})")
            : Pick("참석자들이 함께", "the participants together"),
        _ => attribution.Names.Count > 0 ? Pick($"발언자 미상({string.Join(", ", attribution.Names)})", $"speaker not named ({string.Join(", ", attribution.Names)})") : Pick("발언자 미상", "speaker not named"),
    };

    /// <summary>The same without the group's own words: for lists of names.</summary>
    public string ShortSpeaker(Attribution attribution) => attribution.Level switch
    {
        AttributionLevel.Participants => Pick("참석자들이 함께", "the participants together"),
        AttributionLevel.Unattributed => Pick("발언자 미상", "speaker not named"),
        _ => string.Join(", ", attribution.Names),
    };

    public string Present(Attribution attribution) => attribution.Level != AttributionLevel.Participants || attribution.Present.Count == 0
        ? ""
        : Pick($" 참석: {string.Join(", ", attribution.Present)} (누가 말했는지는 기록에 없음)", $" Present: {string.Join(", ", attribution.Present)} (the record does not say which of them spoke)");

    public string Kind(StatementKind kind) => kind switch
    {
        StatementKind.Concern => Pick("우려", "concern"),
        StatementKind.Request => Pick("요청", "request"),
        StatementKind.Position => Pick("입장", "position"),
        StatementKind.Reply => Pick("답변", "reply"),
        _ => Pick("약속", "commitment"),
    };

    public string Strength(ReplyStrength strength) => strength switch
    {
        ReplyStrength.Heard => Pick("들었다", "heard"),
        ReplyStrength.WillReview => Pick("검토하겠다", "will review"),
        ReplyStrength.Preparing => Pick("준비 중", "preparing"),
        ReplyStrength.WillPursue => Pick("추진하겠다", "will pursue"),
        ReplyStrength.Decided => Pick("결정·시행", "decided"),
        ReplyStrength.Explained => Pick("설명", "explained"),
        _ => Pick("수용하지 않음", "declined"),
    };

    public string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Pick("날짜 없음", "no date");

    /// <summary>"은" or "는", "이" or "가", "을" or "를" after a word, by its last sound; digits and Latin letters count as open.</summary>
    public static string WithParticle(string word, string closed, string open)
    {
        var last = word.LastOrDefault(char.IsLetterOrDigit);
        return word + (Hangul.HasFinal(last) || last is '0' or '1' or '3' or '6' or '7' or '8' ? closed : open);
    }
}
