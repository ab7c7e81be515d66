using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Tests.Answers;

public sealed class RelevanceTests
{
    private static readonly DateOnly Today = new(2025, 10, 1);

    [Theory]
    [InlineData("도서정가법 투명성 의무에 대해 누가 우려했나?", true)]
    [InlineData("도서정가법 벌금 의무에 대해 누가 우려했나?", false)]
    public void What_was_said_where_the_title_names_the_subject_is_about_it(string question, bool isAbout)
    {
        var relevance = Relevance.Measure(AskedArchive.Reader.Read(question, Today), Said("기준이 제각각이다", "도서정가법 투명성 토론회", Topics.General), "기준이 제각각이다");

        Assert.Equal(isAbout, relevance >= Relevance.Threshold);
    }

    [Fact]
    public void What_only_touches_a_topic_is_shown_but_not_counted()
    {
        var relevance = Relevance.Measure(AskedArchive.Reader.Read("전력은 몇 번 나왔나?", Today), Said("기준이 제각각이다", "토론회", "permits", "power"), "기준이 제각각이다");

        Assert.InRange(relevance, Relevance.Threshold, Relevance.CountThreshold - 0.001);
    }

    private static StoredStatement Said(string words, string title, params string[] topics) => new(
        new() { Id = new("s"), Kind = StatementKind.Concern, Span = new(0, words.Length), RecordId = new("r"), Attribution = Attribution.Nobody, Topics = topics },
        words,
        new(new("r"), title, Today, Grade.Open, null),
        null,
        null,
        null);
}
