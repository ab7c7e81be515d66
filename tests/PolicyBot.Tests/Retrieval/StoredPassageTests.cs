using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Text;

namespace PolicyBot.Tests.Retrieval;

public sealed class StoredPassageTests
{
    [Theory]
    [InlineData("")]
    [InlineData("가힣 전력망은 24시간")]
    [InlineData("\0 tab\tline\r\n\u007F\u0080\u00FF “따옴표” 電力 ㄱㅏ \uABFF\uD7A4\uD7FF\uFFFF")]
    [InlineData("😀")]
    public void Text_comes_back_as_it_was(string text)
    {
        Assert.Equal(text, ThereAndBack(text));
    }

    [Fact]
    public void Half_a_surrogate_pair_comes_back_as_it_was()
    {
        const string text = "가\uD83D나\uDE00";

        Assert.Equal(text, ThereAndBack(text));
    }

    [Fact]
    public void Each_syllable_takes_two_bytes_and_each_ASCII_letter_one()
    {
        Assert.Equal(9, CompactText.Length("전력망 AI"));
    }

    [Fact]
    public void What_is_not_known_of_a_passage_stays_unknown()
    {
        var passage = StoredPassage.Read(StoredPassage.Write(IndexFolder.Passage("r1", 3, "전력")));

        Assert.Null(passage.Speaker);
        Assert.Null(passage.MeetingId);
        Assert.Null(passage.Date);
        Assert.Empty(passage.Organisations);
    }

    [Fact]
    public void Large_numbers_and_the_first_day_survive()
    {
        var written = IndexFolder.Passage("r1", 0, "전력") with { Span = new SourceSpan(1_000_000, 1_000_000 + 20_000), Date = DateOnly.MinValue, Grade = Grade.Classified };

        var read = StoredPassage.Read(StoredPassage.Write(written));

        Assert.Equal((written.Span, written.Date, written.Grade), (read.Span, read.Date, read.Grade));
    }

    private static string ThereAndBack(string text)
    {
        var bytes = new byte[CompactText.Length(text)];
        CompactText.Write(text, bytes);
        return CompactText.Read(bytes);
    }
}
