using PolicyBot.Chat;
using PolicyBot.Commands;
using PolicyBot.Tests.Answers;
using PolicyBot.Text;

namespace PolicyBot.Tests.Commands;

public sealed class CommandTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    private readonly TalkingBot _bot = new(archive);

    public static TheoryData<string> Names { get; } = [.. CommandCatalogue.All.Commands.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_command_is_answered_and_stands_in_the_help_of_both_languages(string name)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.NotEmpty((await _bot.HandleAsync(_bot.Command(name, language: language))).Replies);
            var help = TalkingBot.TextOf(await _bot.AskAsync(_bot.Command("help", language: language)));
            Assert.Contains("/" + name, help, StringComparison.Ordinal);
            Assert.Contains(CommandCatalogue.All.Commands.Single(c => c.Name == name).Describe(language), help, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Names_and_descriptions_fit_both_platforms()
    {
        var names = CommandCatalogue.All.Commands.SelectMany(c => c.Options.SelectMany(o => new[] { o.Name, o.KoreanName }).Concat([c.Name, c.KoreanName])).ToList();
        var descriptions = CommandCatalogue.All.Commands.SelectMany(c => c.Options.SelectMany(o => new[] { o.English, o.Korean }).Concat([c.English, c.Korean]));

        Assert.All(names, n => Assert.True(n.Length is >= 1 and <= 32 && n.All(char.IsLetter) && !n.Any(char.IsUpper), n));
        Assert.All(descriptions, d => Assert.InRange(d.Length, 1, 100));
        Assert.Equal(CommandCatalogue.All.Commands.Count, CommandCatalogue.All.Commands.Select(c => c.KoreanName).Distinct().Count());
    }

    [Fact]
    public async Task Concerns_show_who_at_the_level_of_the_record_and_the_reply_at_its_strength()
    {
        var reply = await _bot.AskAsync(_bot.Command("concerns", values: ("topic", "전력")));

        Assert.All(reply.Table!.Rows, r => Assert.StartsWith("참석자들이 함께", r[1], StringComparison.Ordinal));
        Assert.Contains(reply.Table.Rows, r => r[3].Contains("(검토하겠다)", StringComparison.Ordinal));
        Assert.NotEmpty(reply.Citations);
    }

    [Theory]
    [InlineData("open", "주민 민원이 사업을 막는다", "인허가 절차를 줄여 달라")]
    [InlineData("committed", "인허가 절차를 줄여 달라", "주민 민원이 사업을 막는다")]
    public async Task Concerns_are_filtered_by_their_answers(string status, string held, string left)
    {
        var text = TalkingBot.TextOf(await _bot.AskAsync(_bot.Command("concerns", values: ("status", status))));

        Assert.Contains(held, text, StringComparison.Ordinal);
        Assert.DoesNotContain(left, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Presence_at_a_meeting_is_no_concern_of_an_organisation() =>
        Assert.Null((await _bot.AskAsync(_bot.Command("concerns", values: ("organisation", "다라전자")))).Table);

    [Theory]
    [InlineData("topic", "우주", "주제는 없습니다")]
    [InlineData("meeting", "달나라 회의", "회의는 기록에 없습니다")]
    public async Task What_a_filter_does_not_know_is_said(string option, string value, string said) =>
        Assert.Contains(said, (await _bot.AskAsync(_bot.Command("concerns", values: (option, value)))).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("meetings", "days", "abc", "정수")]
    [InlineData("meetings", "days", "-3", "정수")]
    [InlineData("meetings", "days", "99999999999", "정수")]
    [InlineData("concerns", "status", "모름", "committed")]
    [InlineData("digest", "holidays", "maybe", "skip")]
    [InlineData("digest", "action", "2025-99-99", "subscribe")]
    [InlineData("follow", "where", "everywhere", "channel")]
    public async Task What_an_option_cannot_mean_is_refused_with_what_it_could(string command, string option, string value, string hint)
    {
        var korean = await _bot.AskAsync(_bot.Command(command, values: (option, value)));
        var english = await _bot.AskAsync(_bot.Command(command, language: Language.English, values: (option, value)));

        Assert.Null(korean.Table);
        Assert.Contains($"‘{value}’", korean.Text, StringComparison.Ordinal);
        Assert.Contains(hint, korean.Text, StringComparison.Ordinal);
        Assert.Contains($"'{value}' is no value for {option}", english.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OPEN")]
    [InlineData("no reply")]
    [InlineData("답변 없음")]
    public async Task A_choice_is_known_by_its_labels_too(string status) =>
        Assert.Contains("주민 민원이 사업을 막는다", TalkingBot.TextOf(await _bot.AskAsync(_bot.Command("concerns", values: ("status", status)))), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "", "보안 인재 간담회", "인허가 현장 간담회")]
    [InlineData("organisation", "가나클라우드", "인허가 현장 간담회", "Robot tax roundtable")]
    [InlineData("days", "30", "보안 인재 간담회", "인허가 현장 간담회")]
    public async Task Meetings_are_those_to_come_unless_somebody_is_named(string option, string value, string held, string left)
    {
        var text = TalkingBot.TextOf(await _bot.AskAsync(_bot.Command("meetings", values: (option, value))));

        Assert.Contains(held, text, StringComparison.Ordinal);
        Assert.DoesNotContain(left, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_meeting_within_the_days_is_said() =>
        Assert.Matches("^예정된 회의가 기록에 없습니다. 찾은 범위: 기록 [0-9]+건, 2025-10-01 ~ 2025-10-04$", (await _bot.AskAsync(_bot.Command("meetings", values: ("days", "3")))).Text);

    [Fact]
    public async Task A_record_is_shown_with_its_statements_and_an_unknown_one_is_said_to_be_unknown()
    {
        var record = await _bot.AskAsync(_bot.Command("record", values: ("id", "august")));

        Assert.Equal("인허가 현장", record.Heading);
        Assert.Contains("성춘향 가나클라우드 대표", TalkingBot.TextOf(record), StringComparison.Ordinal);
        Assert.Contains("‘nothing’", (await _bot.AskAsync(_bot.Command("record", values: ("id", "nothing")))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channels_language_and_scope_hold_for_its_questions()
    {
        await _bot.HandleAsync(_bot.Command("channel", values: [("language", "en"), ("topic", "인허가")]));

        var reply = await _bot.AskAsync(_bot.Words("누가 무엇을 건의했나?", TalkingBot.Channel));

        Assert.Equal(Language.English, reply.Language);
        Assert.Contains("인허가 절차를 줄여 달라", TalkingBot.TextOf(reply), StringComparison.Ordinal);
        Assert.DoesNotContain("전력 공급을 늘려 달라", TalkingBot.TextOf(reply), StringComparison.Ordinal);
        Assert.Contains(reply.Notes, n => n.Contains("scope", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_curators_change_a_channel_once_there_are_any()
    {
        var bot = new TalkingBot(archive, b => b.Desk = b.Desk with { Curators = new(["slack/U9"]) });

        Assert.Null((await bot.HandleAsync(bot.Command("channel", values: ("language", "en")))).ChannelSettings);
        Assert.NotNull((await bot.HandleAsync(bot.Command("channel", TalkingBot.Direct, values: ("language", "en")))).ChannelSettings);
        Assert.NotNull((await _bot.HandleAsync(_bot.Command("channel", values: ("language", "en")))).ChannelSettings);
    }

    [Theory]
    [InlineData("organisation", "가나", "가나클라우드")]
    [InlineData("topic", "인허", "인허가")]
    [InlineData("meeting", "인재", "2025-10-20 보안 인재 간담회")]
    public async Task Values_are_suggested_from_the_records(string option, string typed, string label) =>
        Assert.Contains(await SuggestAsync(option, typed), s => s.Label.StartsWith(label, StringComparison.Ordinal));

    [Fact]
    public async Task Nothing_is_suggested_that_fits_not() => Assert.Empty(await SuggestAsync("organisation", "없는이름"));

    private async Task<IReadOnlyList<Suggestion>> SuggestAsync(string option, string typed) =>
        await _bot.Handler.Suggestions.SuggestAsync(new("concerns", option, typed, TalkingBot.Channel, new("U1"), Language.Korean), TestContext.Current.CancellationToken);
}
