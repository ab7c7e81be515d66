using System.Globalization;
using PolicyBot.Answers;
using PolicyBot.Text;

namespace PolicyBot.Digests;

/// <summary>Reads a subscription as people write it, in a chat or in the settings. What cannot be meant is refused with what could.</summary>
public sealed class SubscriptionWords(Language language, Func<string, string?> findTopic, Func<string, string> findOrganisation)
{
    private static readonly (DayOfWeek Day, string[] Words)[] Days =
    [
        (DayOfWeek.Monday, ["mon", "monday", "월", "월요일"]), (DayOfWeek.Tuesday, ["tue", "tuesday", "화", "화요일"]), (DayOfWeek.Wednesday, ["wed", "wednesday", "수", "수요일"]),
        (DayOfWeek.Thursday, ["thu", "thursday", "목", "목요일"]), (DayOfWeek.Friday, ["fri", "friday", "금", "금요일"]), (DayOfWeek.Saturday, ["sat", "saturday", "토", "토요일"]),
        (DayOfWeek.Sunday, ["sun", "sunday", "일", "일요일"]),
    ];

    private static readonly (Cadence Cadence, string[] Words)[] Cadences =
    [
        (Cadence.Daily, ["daily", "매일"]), (Cadence.Weekdays, ["weekdays", "평일"]), (Cadence.Weekly, ["weekly", "매주"]),
    ];

    private readonly Phrases _phrases = new(language);

    /// <summary>What is given changes <paramref name="known"/>; words without a name stand under "time" in any order: a time, a cadence, a day, a zone.</summary>
    /// <returns>The subscription, or a sentence that says what is wrong.</returns>
    public (Subscription? Read, string? Fault) Read(Subscription known, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(values);
        var (read, fault) = (known, (string?)null);
        foreach (var word in Value("time")?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) ?? []) Take(ReadWord(read, word));
        if (Value("cadence") is { } cadence) Take(ReadCadence(read, cadence) ?? Refuse(_phrases.Pick($"‘{cadence}’ 주기는 없습니다. daily, weekdays, weekly 가운데 고르십시오.", $"There is no cadence '{cadence}': daily, weekdays or weekly.")));
        if (Value("day") is { } day) Take(ReadDay(read, day) ?? Refuse(_phrases.Pick($"‘{day}’ 요일은 없습니다. mon부터 sun까지 고르십시오.", $"There is no day '{day}': mon to sun.")));
        if (Value("zone") is { } zone) Take(ReadZone(read, zone));
        if (Value("holidays") is { } holidays) Take((read with { SkipsHolidays = holidays.Equals("skip", StringComparison.OrdinalIgnoreCase) }, null));
        if (Value("topic") is { } topics) Take(ReadTopics(read, topics));
        if (Value("organisation") is { } organisations) Take((read with { Organisations = IsAll(organisations) ? [] : [.. Parts(organisations).Select(findOrganisation).Distinct()] }, null));
        if (Value("language") is { } spoken) Take(Languages.Parse(spoken) is { } code ? (read with { Language = code }, null) : Refuse(_phrases.Pick($"‘{spoken}’ 언어는 없습니다. ko 또는 en.", $"There is no language '{spoken}': ko or en.")));
        if (Value("quiet") is { } quiet) Take((read with { IsSilentWhenQuiet = quiet.Equals("silent", StringComparison.OrdinalIgnoreCase) }, null));
        if (Value("unanswered") is { } unanswered) Take(ReadNumber(unanswered, 1, 3650) is { } n ? (read with { UnansweredDays = n }, null) : Refuse(_phrases.Pick("unanswered는 1부터 3650까지의 날수입니다.", "unanswered is a number of days from 1 to 3650.")));
        if (Value("brief") is { } brief) Take(ReadNumber(brief, 0, 336) is { } n ? (read with { BriefHours = n == 0 ? null : n }, null) : Refuse(_phrases.Pick("brief는 0(끔)부터 336까지의 시간입니다.", "brief is a number of hours from 0 (none) to 336.")));
        return (fault is null ? read : null, fault);

        string? Value(string name) => values.GetValueOrDefault(name)?.Trim() is { Length: > 0 } value ? value : null;

        void Take((Subscription? Read, string? Fault) step)
        {
            if (step.Read is not null) read = step.Read;
            fault ??= step.Fault;
        }
    }

    /// <summary>08:30, 8:30, 8시30분, 8시; null when it is none.</summary>
    public static TimeOnly? ReadTime(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var bare = word.Replace("시", ":", StringComparison.Ordinal).TrimEnd('분').TrimEnd(':');
        if (!bare.Contains(':', StringComparison.Ordinal) && bare.Length <= 2 && word.EndsWith('시')) bare += ":00";
        return TimeOnly.TryParseExact(bare, ["H:mm", "HH:mm", "H:m"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }

    private (Subscription? Read, string? Fault) ReadWord(Subscription known, string word)
    {
        if (char.IsAsciiDigit(word[0]))
        {
            return ReadTime(word) is { } time
                ? (known with { At = time }, null)
                : Refuse(_phrases.Pick($"‘{word}’ 시각은 없습니다. 00:00부터 23:59까지, 예: 08:30", $"There is no time '{word}': 00:00 to 23:59, such as 08:30."));
        }

        return ReadCadence(known, word) ?? ReadDay(known, word) ?? ReadZone(known, word);
    }

    private static (Subscription? Read, string? Fault)? ReadCadence(Subscription known, string word) =>
        Cadences.Where(c => c.Words.Contains(word, StringComparer.OrdinalIgnoreCase)).Select(c => ((Subscription?, string?)?)(known with { Cadence = c.Cadence }, null)).FirstOrDefault();

    /// <summary>A day alone means every week on it.</summary>
    private static (Subscription? Read, string? Fault)? ReadDay(Subscription known, string word) =>
        Days.Where(d => d.Words.Contains(word, StringComparer.OrdinalIgnoreCase)).Select(d => ((Subscription?, string?)?)(known with { Day = d.Day, Cadence = Cadence.Weekly }, null)).FirstOrDefault();

    private (Subscription? Read, string? Fault) ReadZone(Subscription known, string word)
    {
        if (TimeZones.Find(word) is { } zone) return (known with { Zone = zone }, null);
        var near = string.Join(", ", TimeZones.Near(word));
        return Refuse(_phrases.Pick($"‘{word}’ 시간대는 없습니다. 가까운 이름: {near}", $"There is no time zone '{word}'. Nearest: {near}."));
    }

    private (Subscription? Read, string? Fault) ReadTopics(Subscription known, string words)
    {
        if (IsAll(words)) return (known with { Topics = [] }, null);
        var slugs = new List<string>();
        foreach (var part in Parts(words))
        {
            if (findTopic(part) is not { } slug) return Refuse(_phrases.Pick($"‘{part}’ 주제는 없습니다.", $"There is no topic '{part}'."));
            slugs.Add(slug);
        }

        return (known with { Topics = [.. slugs.Distinct()] }, null);
    }

    private static int? ReadNumber(string word, int least, int most) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? n : null;

    private static (Subscription? Read, string? Fault) Refuse(string fault) => (null, fault);

    private static string[] Parts(string words) => words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool IsAll(string word) => word is "all" or "전체" or "*";
}
