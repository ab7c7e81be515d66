using PolicyBot.Answers;

namespace PolicyBot.Tests.Answers;

/// <summary>A question about something that no record names is not answered with what shares a word with it.</summary>
public sealed class MissingWordsTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    [Theory]
    [InlineData("바나나 민원은 누가 제기했나?", "‘바나나’")]
    [InlineData("바나나 민원은 몇 번 나왔나?", "‘바나나’")]
    [InlineData("바나나 민원에 대해 정부는 뭐라고 답했나?", "‘바나나’")]
    [InlineData("Who raised banana credits?", "“banana”")]
    public async Task Half_of_the_subject_is_not_the_subject(string question, string word)
    {
        var answer = await archive.AskAsync(question);

        Assert.Equal((AnswerStatus.NotFound, 0), (answer.Status, answer.Citations.Count));
        Assert.Contains(word, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_rest_of_a_question_finds_is_told_with_the_word_that_is_missing()
    {
        var answer = await archive.AskAsync("바나나 사업을 막는 주민 민원은 누가 제기했나?");

        Assert.StartsWith("기록에 나오지 않는 말: ‘바나나’.\n제기한 쪽: ", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("사업을 막는 민원은 누가 제기했나?")]
    [InlineData("과도한 민원은 누가 제기했나?")]
    [InlineData("Who raised permits?")]
    public async Task No_word_is_missed_that_is_there_or_may_be_told_in_other_words(string question) =>
        Assert.DoesNotContain(MissingWords.Tell(["x"], new(AskedArchive.Reader.Read(question, default).Language))[..8], (await archive.AskAsync(question)).Text, StringComparison.Ordinal);
}
