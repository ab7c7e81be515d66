using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Tests.Answers;

/// <summary>A question about something that no record names is not answered with what shares a word with it.</summary>
public sealed class MissingWordsTests
{
    [Theory]
    [InlineData("바나나 수입은 누가 제기했나?", "기록에 나오지 않는 말: ‘바나나’. 다른 말로 바꾸거나 빼고 다시 물으십시오.")]
    [InlineData("바나나 수입은 몇 번 나왔나?", "기록에 나오지 않는 말: ‘바나나’. 다른 말로 바꾸거나 빼고 다시 물으십시오.")]
    [InlineData("바나나 수입에 대해 정부는 뭐라고 답했나?", "기록에 나오지 않는 말: ‘바나나’. 다른 말로 바꾸거나 빼고 다시 물으십시오.")]
    [InlineData("바나나 민원은 누가 제기했나?", "기록에 나오지 않는 말: ‘바나나’. 다른 말로 바꾸거나 빼고 다시 물으십시오.")]
    [InlineData("Who raised banana parts?", "No record holds the word “banana”. Ask again in other words, or without it.")]
    public async Task Half_of_the_subject_is_not_the_subject(string question, string told)
    {
        await using var archive = await OpenAsync();

        var answer = await archive.AskAsync(question);

        Assert.Equal((AnswerStatus.NotFound, 0), (answer.Status, answer.Citations.Count));
        Assert.EndsWith(told, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("바나나 수입 부품은 누가 제기했나?", "기록에 나오지 않는 말: ‘바나나’. 나머지 말로 찾은 것입니다.\n제기한 쪽: ")]
    [InlineData("바나나와 수입 부품은 누가 제기했나?", "기록에 나오지 않는 말: ‘바나나’. 나머지 말로 찾은 것입니다.\n제기한 쪽: ")]
    public async Task What_the_rest_of_a_question_finds_is_told_with_the_word_that_is_missing(string question, string start)
    {
        await using var archive = await OpenAsync();

        Assert.StartsWith(start, (await archive.AskAsync(question)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("수입 부품은 누가 제기했나?", "제기한 쪽: ")]
    [InlineData("혹시 수입 제기한 곳 있나?", "제기한 쪽: ")]
    [InlineData("과도한 민원은 누가 제기했나?", "제기한 쪽: ")]
    [InlineData("누나전자가 수입을 제기했나?", "누나전자의 발언은 기록에 없습니다.")]
    [InlineData("Who raised cheaper parts?", "Raised by: ")]
    public async Task No_word_is_missed_that_is_there_or_only_colours_the_asking(string question, string start)
    {
        await using var archive = await OpenAsync();

        Assert.StartsWith(start, (await archive.AskAsync(question)).Text, StringComparison.Ordinal);
    }

    private static async Task<AskedArchive> OpenAsync()
    {
        var association = new Attribution(AttributionLevel.Organisation, ["가람협회"], []);
        var archive = new AskedArchive([
            new Told("parts", "가람 간담회", new(2025, 9, 3))
                .At("가람 간담회", new(2025, 9, 2), "두리센터", MeetingStatus.Held)
                .Says(StatementKind.Request, "수입 부품에 물리는 몫을 낮춰 달라", association, "tax")
                .Says(StatementKind.Concern, "주민 민원이 사업을 막는다", association, "local-complaints")
                .Says(StatementKind.Reply, "수입 부품을 살펴보겠다", new(AttributionLevel.Organisation, ["산업통상자원부"], []), "tax", ReplyStrength.WillReview, null, 0)
                .Read(),
            new Told("english", "Parts roundtable", new(2025, 9, 4), Language.English)
                .At("Parts roundtable", new(2025, 9, 4), "Example Hall", MeetingStatus.Held)
                .Says(StatementKind.Request, "spare parts from abroad", new(AttributionLevel.Organisation, ["Example Robotics"], []), "tax")
                .Read(),
        ]);
        await archive.InitializeAsync();
        return archive;
    }
}
