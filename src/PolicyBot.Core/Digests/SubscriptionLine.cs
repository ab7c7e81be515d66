using System.Globalization;
using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Concerns;
using PolicyBot.Text;

namespace PolicyBot.Digests;

/// <summary>A subscription in one line for people.</summary>
public sealed class SubscriptionLine(Language language, Topics topics)
{
    private static readonly string[] KoreanDays = ["일요일", "월요일", "화요일", "수요일", "목요일", "금요일", "토요일"];

    private readonly Phrases _phrases = new(language);

    public string Describe(Subscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        List<string> parts = [$"{Cadence(subscription)} {subscription.At.ToString("HH:mm", CultureInfo.InvariantCulture)} ({subscription.Zone})"];
        if (subscription.SkipsHolidays) parts.Add(_phrases.Pick("공휴일 제외", "not on Korean holidays"));
        if (subscription.Topics.Count > 0) parts.Add(_phrases.Pick("주제: ", "topics: ") + string.Join(", ", subscription.Topics.Select(slug => topics.All.FirstOrDefault(t => t.Slug == slug)?.Label(language) ?? slug)));
        if (subscription.Organisations.Count > 0) parts.Add(_phrases.Pick("기관: ", "organisations: ") + string.Join(", ", subscription.Organisations));
        if (subscription.IsSilentWhenQuiet) parts.Add(_phrases.Pick("새로운 것이 없으면 보내지 않음", "silent when nothing is new"));
        if (subscription.BriefHours is { } hours) parts.Add(_phrases.Pick($"회의 {hours}시간 전 브리핑", $"brief {hours} h before meetings"));
        return string.Join(" · ", parts);
    }

    public static string Next(Subscription subscription, KoreanHolidays holidays, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var due = TimeZoneInfo.ConvertTime(new SlotCalendar(subscription, holidays).Next(now).Due, subscription.TimeZone);
        return due.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + $" ({subscription.Zone})";
    }

    public string State(OrderState state) => state switch
    {
        OrderState.Active => _phrases.Pick("보내는 중", "active"),
        OrderState.Lost => _phrases.Pick("채널에 쓸 수 없어 멈춤", "paused: the channel cannot be written to"),
        _ => _phrases.Pick("멈춤", "paused"),
    };

    private string Cadence(Subscription subscription) => subscription.Cadence switch
    {
        Digests.Cadence.Daily => _phrases.Pick("매일", "daily"),
        Digests.Cadence.Weekdays => _phrases.Pick("평일", "weekdays"),
        _ => _phrases.Pick($"매주 {KoreanDays[(int)subscription.Day]}", $"every {subscription.Day}"),
    };
}
