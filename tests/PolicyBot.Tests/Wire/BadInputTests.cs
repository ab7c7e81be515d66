using PolicyBot.Tests.Answers;

namespace PolicyBot.Tests.Wire;

/// <summary>What people and platforms send by mistake or in bad faith: the right word back, and the bot lives on.</summary>
public sealed class BadInputTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    private const string Power = "전력 공급은 누가 요구했나?";

    private readonly WireDesk _desk = new(archive);

    public static TheoryData<string> Both => ["slack", "discord"];

    private Task<WireChat> StartAsync(string platform) => WireChat.StartAsync(platform, _desk.Answering);

    [Theory, MemberData(nameof(Both))]
    public async Task A_question_of_forty_thousand_characters_is_refused_with_a_sentence(string platform)
    {
        await using var chat = await StartAsync(platform);

        await chat.MentionAsync(string.Concat(Enumerable.Repeat("전력은 누가? ", 5_000)));

        await chat.WaitForAsync("질문이 너무 깁니다");
        await LivesAsync(chat);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_empty_mention_is_told_what_can_be_asked(string platform)
    {
        await using var chat = await StartAsync(platform);

        await chat.MentionAsync("");

        await chat.WaitForAsync("/help");
        await LivesAsync(chat);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_button_that_nobody_knows_is_said_to_be_out_of_use(string platform)
    {
        await using var chat = await StartAsync(platform);
        await chat.MentionAsync(Power);
        var answer = await chat.WaitForAsync("전력 공급을 늘려 달라");

        await chat.PressAsync(answer, "a-button-of-old:17");
        await chat.WaitForAsync("더 이상 쓰이지 않습니다");
        await chat.PressAsync(answer, "share:nobody-kept-this");

        await chat.WaitForAsync("더 이상 보관되어 있지 않습니다");
        await LivesAsync(chat);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_command_of_another_version_is_answered_with_the_way_to_the_help(string platform)
    {
        await using var chat = await StartAsync(platform);

        await chat.CommandAsync("forecast", ("when", "tomorrow"));

        await chat.WaitForAsync("/forecast");
        await LivesAsync(chat);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_question_that_is_edited_while_it_is_answered_is_answered_as_it_stands(string platform)
    {
        var hold = new TaskCompletionSource();
        _desk.Hold = hold.Task;
        await using var chat = await StartAsync(platform);
        var question = await chat.MentionAsync(Power);
        await chat.UntilAsync(() => chat.Store.MeasureAsync(CancellationToken.None).Result.Waiting > 0);

        await chat.EditAsync(question, "인허가는 누가 요구했나?");
        await chat.UntilAsync(() => Stored(chat, question));
        hold.SetResult();

        await chat.WaitForAsync("인허가 절차를 줄여 달라");
        await chat.SettleAsync();
        Assert.DoesNotContain(chat.Shown, s => s.Says("전력 공급을 늘려 달라"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_question_that_is_deleted_while_it_is_answered_is_not_answered(string platform)
    {
        var hold = new TaskCompletionSource();
        _desk.Hold = hold.Task;
        await using var chat = await StartAsync(platform);
        var question = await chat.MentionAsync(Power);
        await chat.UntilAsync(() => chat.Store.MeasureAsync(CancellationToken.None).Result.Waiting > 0);

        await chat.DeleteAsync(question);
        await chat.UntilAsync(() => Stored(chat, question));
        hold.SetResult();
        await chat.SettleAsync();

        Assert.DoesNotContain(chat.Shown, s => s.Says("전력 공급을 늘려 달라"));
        _desk.Hold = Task.CompletedTask;
        await LivesAsync(chat);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_answer_whose_interaction_ran_out_finds_another_way_to_the_one_who_asked(string platform)
    {
        var hold = new TaskCompletionSource();
        _desk.Hold = hold.Task;
        await using var chat = await StartAsync(platform);
        await chat.CommandAsync("ask", ("question", Power));
        await chat.UntilAsync(() => chat.Store.MeasureAsync(CancellationToken.None).Result is { Waiting: 1, ToSend: 0 });

        chat.ExpireHandles();
        hold.SetResult();

        var answer = await chat.WaitForAsync("전력 공급을 늘려 달라");
        Assert.True(answer.IsPrivate || answer.Channel != chat.Channel.Channel || answer.Thread is not null, answer.Channel);
    }

    /// <summary>Whether the change of a message has been taken in.</summary>
    private static bool Stored(WireChat chat, string message) => chat.Store.FindLaterEditAsync(new()
    {
        Key = "?",
        Kind = PolicyBot.Chat.ChatMessageKind.Text,
        Conversation = chat.Channel,
        User = new(WireChat.User),
        At = default,
        MessageId = message,
    }, CancellationToken.None).Result is not null;

    private static async Task LivesAsync(WireChat chat)
    {
        await chat.MentionAsync("인허가는 누가 요구했나?");
        await chat.WaitForAsync("인허가 절차를 줄여 달라");
        Assert.Equal(PolicyBot.Chat.ConnectionPhase.Connected, chat.Platform.State.Phase);
        Assert.Equal((0, 0), (await chat.Store.MeasureAsync(TestContext.Current.CancellationToken)) is var queues ? (queues.Failed, queues.Dead) : default);
    }
}
