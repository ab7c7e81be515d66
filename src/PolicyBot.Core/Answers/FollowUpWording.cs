using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>Puts what was taken from a thread into words: the completed question is shown to the one who asked.</summary>
internal static class FollowUpWording
{
    /// <summary>The question with what it left open.</summary>
    public static string Complete(string rest, ThreadContext own, ThreadContext full)
    {
        var subject = own.Subject.Count == 0 ? full.Subject : [];
        var parties = own.Parties.Count == 0 ? full.Parties : [];
        var period = own.Period is null ? full.Period : null;
        if (own.Language == Language.Korean) return Join([period, .. parties, .. subject, rest]);
        var question = rest.TrimEnd('?', '.', ' ');
        return question + Phrase("about", subject) + Joined(own.Kind == QuestionKind.Replied ? "to" : "by", parties) + (period is null ? "" : $" on {period}") + "?";
    }

    /// <summary>A whole question of the same kind, where only its subject, party or days were named.</summary>
    public static string Ask(ThreadContext about)
    {
        var subject = string.Join(' ', about.Subject);
        var parties = string.Join(about.Language == Language.Korean ? ", " : " and ", about.Parties);
        if (about.Language == Language.Korean)
            return Join([about.Period, parties, subject, about.Kind switch
            {
                QuestionKind.WhoRaised => "누가 제기했나?",
                QuestionKind.WhatRaised => "무엇을 요구했나?",
                QuestionKind.Replied => "뭐라고 답했나?",
                QuestionKind.Promised => "약속한 것과 기한은?",
                QuestionKind.Unanswered => "아직 답이 없는 건의는?",
                QuestionKind.Count => "몇 번 나왔나?",
                QuestionKind.MeetingSummary => "간담회에서 나온 우려·건의 정리",
                QuestionKind.Upcoming => "다음 간담회는 언제인가?",
                QuestionKind.Attended => "간담회에 누가 참석했나?",
                _ => "?",
            }]);
        var on = about.Period is null ? "" : $" on {about.Period}";
        return about.Kind switch
        {
            QuestionKind.WhoRaised => $"Who raised {subject}{on}?",
            QuestionKind.WhatRaised => $"What did {parties} ask for{Phrase("about", about.Subject)}{on}?",
            QuestionKind.Replied => $"What was the reply{Phrase("on", about.Subject)}{Joined("to", about.Parties)}{on}?",
            QuestionKind.Promised => $"What was promised{Phrase("on", about.Subject)} and by when{on}?",
            QuestionKind.Unanswered => $"Which requests{Phrase("about", about.Subject)}{Joined("by", about.Parties)}{on} are still unanswered?",
            QuestionKind.Count => $"How often was {subject} raised{Joined("by", about.Parties)}{on}?",
            QuestionKind.MeetingSummary => $"List the concerns of the {subject} meeting{on}",
            QuestionKind.Upcoming => $"When is the next {subject} meeting{on}?",
            QuestionKind.Attended => $"Who attended the {subject} meeting{on}?",
            _ => $"{parties} {subject}{on}?".Trim(),
        };
    }

    private static string Phrase(string before, IReadOnlyList<string> words) => words.Count == 0 ? "" : $" {before} {string.Join(' ', words)}";

    private static string Joined(string before, IReadOnlyList<string> names) => names.Count == 0 ? "" : $" {before} {string.Join(" and ", names)}";

    private static string Join(IEnumerable<string?> words) => string.Join(' ', words.Where(w => !string.IsNullOrEmpty(w)));
}
