using PolicyBot.Concerns;
using PolicyBot.Records;

namespace PolicyBot.Tests.Answers;

/// <summary>A body that no catalogue lists and the people named with it.</summary>
public sealed class BodyAndItsPeopleTests
{
    private static readonly Attribution Body = new(AttributionLevel.Organisation, ["나루협회"], []);
    private static readonly Attribution Chair = new(AttributionLevel.Person, ["성춘향 나루협회 회장"], []);
    private static readonly Attribution Ministry = new(AttributionLevel.Organisation, ["해양수산부"], []);

    [Theory]
    [InlineData("나루협회는 무엇을 요청했나?")]
    [InlineData("나루협회는 뭐라고 했나?")]
    [InlineData("나루협회는 뭐라 했나?")]
    [InlineData("나루협회에 뭐라고 답했나?")]
    public async Task A_body_is_told_with_what_it_said_and_what_its_people_said(string question)
    {
        await using var archive = await OpenAsync();

        var answer = await archive.AskAsync(question);

        Assert.StartsWith("나루협회의 발언으로 기록된 것은 2건입니다.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("면세유 한도를 늘려 달라", answer.Text, StringComparison.Ordinal);
        Assert.Contains("검사 수수료가 비싸다", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_told_without_what_the_body_said()
    {
        await using var archive = await OpenAsync();

        var answer = await archive.AskAsync("성춘향은 무엇을 요청했나?");

        Assert.StartsWith("성춘향의 발언으로 기록된 것은 1건입니다.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("면세유 한도를 늘려 달라", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_answered_to_a_body_stands_behind_what_it_asked()
    {
        await using var archive = await OpenAsync();

        Assert.Contains("→ 해양수산부: “면세유 한도 확대를 검토하겠다”", (await archive.AskAsync("나루협회에는 어떻게 답했나?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_led_a_body_once_does_not_speak_for_it()
    {
        var former = new Attribution(AttributionLevel.Person, ["성춘향 전 나루협회 회장"], []);
        await using var archive = new AskedArchive([
            new Told("boats", "어촌 간담회", new(2025, 9, 3))
                .At("어촌 간담회", new(2025, 9, 2), "두리센터", MeetingStatus.Held)
                .Says(StatementKind.Request, "면세유 한도를 늘려 달라", Body, "tax")
                .Says(StatementKind.Concern, "검사 수수료가 비싸다", former, "cost")
                .Says(StatementKind.Concern, "정박료가 비싸다", former, "cost")
                .Read(),
        ]);
        await archive.InitializeAsync();

        var answer = await archive.AskAsync("나루협회는 무엇을 요청했나?");

        Assert.Contains("면세유 한도를 늘려 달라", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("비싸다", answer.Text, StringComparison.Ordinal);
    }

    private static async Task<AskedArchive> OpenAsync()
    {
        var archive = new AskedArchive([
            new Told("boats", "어촌 간담회", new(2025, 9, 3))
                .At("어촌 간담회", new(2025, 9, 2), "두리센터", MeetingStatus.Held, new Party("성춘향", "회장", "나루협회"))
                .Says(StatementKind.Request, "면세유 한도를 늘려 달라", Body, "tax")
                .Says(StatementKind.Concern, "검사 수수료가 비싸다", Chair, "cost")
                .Says(StatementKind.Reply, "면세유 한도 확대를 검토하겠다", Ministry, "tax", ReplyStrength.WillReview, null, 0)
                .Read(),
        ]);
        await archive.InitializeAsync();
        return archive;
    }
}
