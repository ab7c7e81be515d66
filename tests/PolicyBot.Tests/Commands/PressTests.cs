using PolicyBot.Chat;
using PolicyBot.Tests.Answers;
using PolicyBot.Text;

namespace PolicyBot.Tests.Commands;

public sealed class PressTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    private readonly TalkingBot _bot = new(archive);

    [Fact]
    public async Task A_command_is_answered_privately_and_can_be_shared_with_the_name_of_who_did()
    {
        var asked = await _bot.HandleAsync(_bot.Command("ask", values: ("question", "전력 문제는 누가 제기했나?")));
        var share = Assert.Single(asked.Replies[0].Reply.Buttons, b => b.Id.StartsWith("share:", StringComparison.Ordinal));
        Assert.False(asked.OwnsThread);

        var shared = Assert.Single((await _bot.HandleAsync(_bot.Press(share.Id))).Replies);

        Assert.Equal(DeliveryKind.Message, shared.To!.Kind);
        Assert.Equal("전력 문제는 누가 제기했나?", shared.Reply.Heading);
        Assert.Equal(asked.Replies[0].Reply.Points.Select(p => p.Speaker), shared.Reply.Points.Select(p => p.Speaker));
        Assert.Contains("홍길동 님이 공유", shared.Reply.Footer, StringComparison.Ordinal);
        Assert.DoesNotContain(shared.Reply.Buttons, b => b.Id.StartsWith("share:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("helpful", 0)]
    [InlineData("not-helpful", 1)]
    public async Task A_press_judges_the_answer_and_the_unfavourable_go_to_review(string verdict, int review)
    {
        var answer = await _bot.HandleAsync(_bot.Words("전력 문제는 누가 제기했나?"));

        var judged = await _bot.HandleAsync(_bot.Press($"{verdict}:{answer.Kept!.Id}", TalkingBot.Direct));

        Assert.Equal((answer.Kept.Id, verdict, "slack/U1"), (judged.Judgement!.AnswerId, judged.Judgement.Verdict, judged.Judgement.UserId));
        Assert.Equal(review, _bot.Memory.Review.Count);
        Assert.Contains($"검토할 답: {review}건", (await _bot.AskAsync(_bot.Command("status"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wrong-speaker")]
    [InlineData("not-said")]
    public async Task A_form_puts_its_comment_on_the_review_list_where_curators_see_it(string form)
    {
        var curated = new TalkingBot(archive, b => b.Desk = b.Desk with { Curators = new(["slack/U1"]) });
        var answer = await curated.HandleAsync(curated.Words("전력 문제는 누가 제기했나?"));
        var button = Assert.Single(answer.Replies[0].Reply.Buttons, b => b.Id.StartsWith(form + ":", StringComparison.Ordinal));
        Assert.InRange(button.Id.Length, 1, 90);

        var judged = await curated.HandleAsync(curated.Message(ChatMessageKind.Form, TalkingBot.Direct) with { Action = button.Id, Values = new Dictionary<string, string> { ["comment"] = "이몽룡이 한 말입니다" } });

        Assert.Equal((form, "이몽룡이 한 말입니다"), (judged.Judgement!.Verdict, judged.Judgement.Comment));
        Assert.Contains("이몽룡이 한 말입니다", TalkingBot.TextOf(await curated.AskAsync(curated.Command("status"))), StringComparison.Ordinal);
        await _bot.HandleAsync(_bot.Words("전력 문제는 누가 제기했나?"));
        Assert.Empty((await _bot.AskAsync(_bot.Command("status"))).Points);
    }

    [Fact]
    public async Task A_list_turns_its_pages_in_its_own_language()
    {
        var first = await _bot.HandleAsync(_bot.Command("concerns", language: Language.English));

        var rows = first.Replies[0].Reply.Table!.Rows.Count;
        var turned = await _bot.HandleAsync(_bot.Press($"more:{first.Kept!.Id}:2"));

        Assert.InRange(rows, 1, 8);
        Assert.Equal(Language.English, Assert.Single(turned.Replies).Reply.Language);
    }
}
