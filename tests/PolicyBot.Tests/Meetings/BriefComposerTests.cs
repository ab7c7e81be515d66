using PolicyBot.Meetings;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Tests.Meetings;

public sealed class BriefComposerTests(BriefedArchive archive) : IClassFixture<BriefedArchive>
{
    [Fact]
    public async Task The_hosts_own_side_is_not_among_the_invited() =>
        Assert.Equal(["가나클라우드", "다라전자", "처음온회사"], (await archive.BriefAsync("coming-m1")).Invited.Select(i => i.Who.Name));

    [Fact]
    public async Task Each_invited_comes_with_what_they_raised_themselves()
    {
        var brief = await InvitedAsync("가나클라우드");

        Assert.Equal(["인허가 절차를 줄여 달라", "냉각수가 모자란다"], brief.Concerns.Select(c => c.Entry.Raised.Text));
        Assert.Equal(["9월까지 인허가 지침을 고치겠다", "연내 인허가 창구를 만들겠다"], brief.Concerns[0].Entry.Replies.Select(r => r.Text));
        Assert.Equal(["성춘향 대표"], brief.Who.People);
    }

    [Fact]
    public async Task What_was_said_together_stands_apart_and_is_nobodys_own()
    {
        var brief = await InvitedAsync("다라전자");

        Assert.Empty(brief.Concerns);
        Assert.Equal(["전력 공급을 늘려 달라"], brief.Together.Select(c => c.Entry.Raised.Text));
        Assert.Equal("전력 공급 방안을 검토하겠다", Assert.Single(brief.Together[0].Entry.Replies.DistinctBy(r => r.Text)).Text);
    }

    [Fact]
    public async Task One_meeting_told_by_two_records_is_one_concern()
    {
        var told = (await InvitedAsync("가나클라우드")).Concerns[1];

        Assert.Single(told.AlsoTold);
        Assert.NotEqual(told.Entry.Raised.Record.Id, told.AlsoTold[0].Record.Id);
    }

    [Theory]
    [InlineData("2025-09-30", CommitmentState.Due, CommitmentState.Due)]
    [InlineData("2025-10-01", CommitmentState.Overdue, CommitmentState.Due)]
    public async Task A_commitment_is_overdue_from_the_day_after_its_day(string today, CommitmentState first, CommitmentState second)
    {
        var brief = await InvitedAsync("가나클라우드", today: DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal([first, second], brief.Commitments.Select(c => c.State));
    }

    [Fact]
    public async Task The_last_contact_is_the_last_meeting_before_this_one()
    {
        Assert.Equal(new DateOnly(2025, 8, 5), (await InvitedAsync("가나클라우드")).LastContact?.Date?.First);
        Assert.Equal(new DateOnly(2025, 9, 1), (await InvitedAsync("가나클라우드", Grade.Classified)).LastContact?.Date?.First);
    }

    [Fact]
    public async Task What_the_clearance_hides_is_not_told()
    {
        Assert.DoesNotContain("해외 서버", BriefedArchive.Text(await archive.BriefAsync("coming-m1")), StringComparison.Ordinal);
        Assert.Contains("해외 서버", BriefedArchive.Text(await archive.BriefAsync("coming-m1", Grade.Classified)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_namesake_of_another_house_is_never_mixed_in()
    {
        var brief = await InvitedAsync("가나클라우드");

        Assert.Equal("창업 자금이 모자란다", Assert.Single(brief.SameName).Entry.Raised.Text);
        Assert.DoesNotContain(brief.Concerns, c => c.Entry.Raised.Text == "창업 자금이 모자란다");
    }

    [Fact]
    public async Task A_person_without_a_house_owns_words_only_when_one_person_can_be_meant()
    {
        var brief = await archive.BriefAsync("lonely-m1");

        Assert.Equal("수수료가 부담스럽다", Assert.Single(brief.Invited[0].Concerns).Entry.Raised.Text);
        Assert.Equal(new DateOnly(2025, 8, 5), brief.Invited[0].LastContact?.Date?.First);
        Assert.Empty(brief.Invited[1].Concerns);
        Assert.Equal(2, brief.Invited[1].SameName.Count);
    }

    [Fact]
    public async Task Of_a_meeting_that_was_held_only_what_came_before_is_told()
    {
        var brief = await archive.BriefAsync("august-m1");

        Assert.Equal("냉각수가 모자란다", Assert.Single(brief.Invited[0].Concerns).Entry.Raised.Text);
        Assert.Empty(brief.Invited[0].SameName);
        Assert.Equal(new DateOnly(2025, 7, 24), brief.Invited[0].LastContact?.Date?.First);
    }

    [Fact]
    public async Task Nothing_on_record_is_said_plainly()
    {
        var brief = await archive.BriefAsync("coming-m1");

        Assert.Contains("• 처음온회사: 기록에 없음", BriefedArchive.Text(brief), StringComparison.Ordinal);
        Assert.Contains("• 처음온회사: nothing on record", BriefedArchive.Text(brief, Language.English), StringComparison.Ordinal);
        Assert.Contains("누가 초청됐는지 기록에 없습니다.", BriefedArchive.Text(await archive.BriefAsync("nobody-m1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_line_is_told_with_when_where_words_and_id()
    {
        var text = BriefedArchive.Text(await archive.BriefAsync("coming-m1"));

        Assert.Contains("• 가나클라우드 (성춘향 대표): 직접 제기 2건(답변 없음 1건), 받은 약속 2건(기한 지남 1건), 함께한 자리의 공동 발언 1건, 같은 이름의 발언 1건, 마지막 만남 2025-08-05 인허가 현장 간담회", text, StringComparison.Ordinal);
        Assert.Contains("• 2025-08-05, 인허가 현장 간담회, 세움관 — 성춘향 가나클라우드 대표: “인허가 절차를 줄여 달라” [august-s0]", text, StringComparison.Ordinal);
        Assert.Contains("과학기술정보통신부: “9월까지 인허가 지침을 고치겠다” (추진하겠다, 기한 9월까지 → 2025-09-30, 지남: 이행 여부는 확인 필요)", text, StringComparison.Ordinal);
        Assert.Contains("• 다라전자: 직접 제기한 기록 없음, 함께한 자리의 공동 발언 1건", text, StringComparison.Ordinal);
    }

    private async Task<InvitedBrief> InvitedAsync(string name, Grade clearance = Grade.Open, DateOnly? today = null) =>
        Assert.Single((await archive.BriefAsync("coming-m1", clearance, today)).Invited, i => i.Who.Name == name);
}
