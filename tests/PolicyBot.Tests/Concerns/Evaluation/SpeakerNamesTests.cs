using PolicyBot.Concerns.Evaluation;
using PolicyBot.Records;

namespace PolicyBot.Tests.Concerns.Evaluation;

public sealed class SpeakerNamesTests
{
    [Theory]
    [InlineData("홍 대표", "홍길동 A사 대표")]
    [InlineData("이몽룡 차관", "차관")]
    [InlineData("A사 측", "A사")]
    [InlineData("A협회장 성춘향", "성춘향 협회장")]
    [InlineData("A협회", "A협회장")]
    [InlineData("Pickwick", "Deputy Minister Pickwick")]
    [InlineData("The ministry", "ministry")]
    [InlineData("Hon. Mr. Copperfield", "Mr. Copperfield (Minister)")]
    public void Short_and_full_forms_are_one_speaker(string a, string b)
    {
        Assert.True(Same(a, b));
        Assert.True(Same(b, a));
    }

    [Theory]
    [InlineData("홍 대표", "홍길동 A사 이사")]
    [InlineData("이 대표", "홍길동 A사 대표")]
    [InlineData("가나데이터", "가나데이터랩")]
    [InlineData("A사", "B사")]
    [InlineData("A사 대표", "홍길동 B사 대표")]
    [InlineData("Pickwick", "Micawber")]
    [InlineData("", "A사")]
    public void Others_are_not(string a, string b)
    {
        Assert.False(Same(a, b));
        Assert.False(Same(b, a));
    }

    private static bool Same(string a, string b) => new SpeakerNames(Organisations.Empty).Same(a, b, null);
}
