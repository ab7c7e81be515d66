using System.Text.RegularExpressions;
using PolicyBot.Access;
using PolicyBot.Chat;
using PolicyBot.Meetings;
using PolicyBot.Records;
using PolicyBot.Tests.Commands;
using PolicyBot.Text;

namespace PolicyBot.Tests.Meetings;

public sealed partial class BriefReplyTests(BriefedArchive archive) : IClassFixture<BriefedArchive>
{
    [Theory]
    [InlineData(Language.Korean, "• 처음온회사: 기록에 없음")]
    [InlineData(Language.English, "• 처음온회사: nothing on record")]
    public async Task One_line_a_guest_comes_first(Language language, string nothing)
    {
        var summary = (await PagesAsync(language))[0];

        Assert.Equal(3, summary.Text.Split('\n').Length);
        Assert.Contains(nothing, summary.Text, StringComparison.Ordinal);
        Assert.Contains("데이터센터 후속 간담회", summary.Heading, StringComparison.Ordinal);
        Assert.Equal("coming", Assert.Single(summary.Citations).RecordId);
    }

    [Fact]
    public async Task Behind_it_stand_the_words_and_what_was_said_together_stands_apart()
    {
        var points = (await PagesAsync(Language.Korean)).Skip(1).SelectMany(p => p.Points).ToList();

        Assert.Contains(points, p => p.Speaker == "성춘향 가나클라우드 대표" && p.Lines[0].StartsWith("“인허가 절차를 줄여 달라”", StringComparison.Ordinal));
        var dara = points.SkipWhile(p => p.Speaker != "■ 다라전자").Skip(1).ToList();
        Assert.StartsWith("참석한 자리에서 참석자들이 함께 말한 것", dara[0].Speaker, StringComparison.Ordinal);
        Assert.StartsWith("참석자들이 함께", dara[1].Speaker, StringComparison.Ordinal);
        Assert.DoesNotContain(points, p => p.Speaker == "■ 처음온회사");
    }

    [Theory]
    [InlineData(Grade.Open)]
    [InlineData(Grade.Classified)]
    public async Task Every_number_on_a_page_is_cited_there_and_means_one_record(Grade clearance)
    {
        var pages = await PagesAsync(Language.Korean, clearance);

        Assert.All(pages.Skip(1), page => Assert.Equal(
            page.Points.SelectMany(p => p.Lines).SelectMany(l => Number().Matches(l).Select(m => m.Value)).Distinct().Order(),
            page.Citations.SelectMany(c => c.Numbers.Select(n => $"[{n}]")).Order()));
        Assert.All(pages.SelectMany(p => p.Citations).GroupBy(c => c.Numbers[0]), same => Assert.Single(same.Select(c => c.RecordId).Distinct()));
    }

    [Fact]
    public async Task The_gate_stops_a_page_that_cites_above_its_destination()
    {
        var page = (await PagesAsync(Language.Korean, Grade.Classified)).First(p => TalkingBot.TextOf(p).Contains("해외 서버", StringComparison.Ordinal));
        var delivery = new Delivery { Conversation = TalkingBot.Channel };

        var passed = await new EgressGate(archive.Archive, Clearances.Default).PassAsync(page, delivery, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("해외 서버", TalkingBot.TextOf(passed), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Reply>> PagesAsync(Language language, Grade clearance = Grade.Open) => BriefReply.Pages(await archive.BriefAsync("coming-m1", clearance), language);

    [GeneratedRegex(@"\[\d+\]", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
