using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Tests.Records;

namespace PolicyBot.Tests.Concerns;

public sealed class TopicsTests
{
    private static readonly Topics Shipped = Topics.Load(ShippedCatalogues.Topics);

    [Theory]
    [InlineData("스마트전력망 구축이 늦다", "power")]
    [InlineData("전기요금 인상이 걱정", "power")]
    [InlineData("전기 요금 인상이 걱정", "power")]
    [InlineData("환경영향평가를 줄여 달라", "permits")]
    [InlineData("폐수 처리 기준", "environment")]
    [InlineData("문제는 세금이 아니라 대출이다", "finance")]
    [InlineData("선수금환급보증 한도가 부족하다", "finance")]
    [InlineData("개인정보 데이터 활용", "privacy")]
    [InlineData("공공데이터 활용", "data-access")]
    [InlineData("the permits take a year", "permits")]
    [InlineData("TAXES are too high", "tax")]
    [InlineData("수출 통관이 늦다", "export")]
    public void The_words_of_the_content_tell_its_topic(string content, string slug) =>
        Assert.Equal(slug, Shipped.Classify(content, content)[0]);

    [Theory]
    [InlineData("the court trial took two years", "sandbox")]
    [InlineData("the police investigation is open", "finance")]
    [InlineData("subsidiaries abroad report twice", "finance")]
    [InlineData("the minister granted an interview", "rnd")]
    [InlineData("the business environment is poor", "environment")]
    [InlineData("the firm is planning to leave", "permits")]
    [InlineData("its market power grows", "power")]
    [InlineData("the doctor on duty", "tax")]
    [InlineData("an answer in due course", "education")]
    [InlineData("it was a waste of time", "environment")]
    public void A_word_with_another_common_meaning_shows_no_topic(string content, string slug) =>
        Assert.DoesNotContain(slug, Shipped.Classify(content, content));

    [Theory]
    [InlineData("a clinical trial takes years", "health")]
    [InlineData("extend the trial period", "sandbox")]
    [InlineData("the pilot project should go on", "sandbox")]
    [InlineData("the grant scheme closed early", "rnd")]
    [InlineData("subsidies come late", "finance")]
    [InlineData("nobody will invest here", "finance")]
    public void In_its_own_company_the_word_still_does(string content, string slug) => Assert.Equal(slug, Shipped.Classify(content, content)[0]);

    [Theory]
    [InlineData("taxi")]
    [InlineData("차관은 전력을 다하겠다고 했다")]
    [InlineData("의사를 밝혔다")]
    [InlineData("")]
    public void A_topic_word_inside_another_word_or_a_fixed_phrase_tells_nothing(string content) =>
        Assert.DoesNotContain(Shipped.Classify(content, content)[0], (string[])["tax", "power", "health"]);

    [Theory]
    [InlineData("시험 결과로 보여 주세요")]
    [InlineData("정부도 협회의 말을 들어야 한다")]
    [InlineData("소비자에게 돌아가게 해야 한다")]
    [InlineData("다른 조건보다 우선적으로 보아야 한다")]
    [InlineData("권한의 문제를 별도로 보아야 한다")]
    [InlineData("of course it takes ten minutes")]
    public void Syllables_of_two_words_that_spell_a_third_tell_nothing(string content) =>
        Assert.DoesNotContain(Shipped.Classify(content)[0], (string[])["safety", "tax", "finance", "talent", "sme", "export", "health", "transport", "education", "process"]);

    [Fact]
    public void Nearer_surroundings_count_more_than_distant_ones()
    {
        Assert.Equal("tax", Shipped.Classify("막막하다", "세액공제가 끝났다", "저작권료도 올랐다")[0]);
        Assert.Equal("copyright", Shipped.Classify("막막하다", "한숨만 나온다", "저작권료도 올랐다")[0]);
        Assert.Equal("copyright", Shipped.Classify("막막하다", "", "", "저작권료 토론회")[0]);
    }

    [Theory]
    [InlineData("선원 취업 비자", "talent")]
    [InlineData("환자와 병원의 법인세", "tax")]
    [InlineData("선박 운항", "transport")]
    [InlineData("병원 대기", "health")]
    public void A_field_of_business_yields_to_the_matter_that_is_told_of_it(string content, string slug) =>
        Assert.Equal(slug, Shipped.Classify(content)[0]);

    [Fact]
    public void A_longer_word_stands_before_a_shorter_one() =>
        Assert.Equal("permits", Shipped.Classify("산업단지 입주 업종 제한과 폐수")[0]);

    [Fact]
    public void The_surroundings_tell_the_topic_when_the_content_does_not_and_yield_to_it_when_it_does()
    {
        const string context = "홍길동 대표는 저작권 문제를 꺼내며 이같이 말했다.";
        Assert.Equal("copyright", Shipped.Classify("막막하다", context)[0]);
        Assert.Equal("tax", Shipped.Classify("세액공제를 늘려 달라", context)[0]);
        Assert.Equal(["general"], Shipped.Classify("막막하다", "홍길동 대표가 말했다."));
    }

    [Fact]
    public void A_question_names_its_topics_or_none()
    {
        Assert.Equal(["power"], Shipped.FindIn("전력 문제는 누가 제기했나?"));
        Assert.Equal(["tax"], Shipped.FindIn("Who asked for a tax credit?"));
        Assert.Empty(Shipped.FindIn("24일 회의에서 누가 무슨 말을 했나?"));
    }

    [Fact]
    public void The_shipped_file_has_29_topics_and_general()
    {
        Assert.Equal(30, Shipped.All.Count);
        Assert.All(Shipped.All, t => Assert.NotEqual(t.Korean, t.English));
    }

    [Fact]
    public void Long_repetitions_are_classified_whatever_they_are()
    {
        foreach (var piece in (string[])["전력 ", "전기 ", "a", "환경영향평", " ", "ㅇ", "\uD83D"])
            Assert.NotEmpty(Shipped.Classify(string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)), ""));
    }

    [Theory]
    [InlineData("topics:\n  - {slug: tax, korean: 세제}", 2, "english is missing")]
    [InlineData("topics:\n  - {slug: Tax, korean: 세제, english: Tax}", 2, "small Latin letters")]
    [InlineData("topics:\n  - {slug: tax, korean: 세제, english: Tax, words: [세금]}", 2, "unknown key 'words'")]
    [InlineData("topics:\n  - {slug: tax, korean: 세제, english: Tax, terms: [세금, 세 금]}", 2, "given twice for one topic")]
    [InlineData("topics:\n  - {slug: tax, korean: 세제, english: Tax, terms: [세]}", 2, "2 to 63")]
    [InlineData("topics:\n  - {slug: tax, korean: 세제, english: Tax}\n  - {slug: tax, korean: 세, english: T}", 3, "merge the two entries")]
    [InlineData("topics:\n  - {slug: tax, korean: 세제, english: Tax}", 1, "'general' is missing")]
    public void A_fault_names_its_line_and_what_to_change(string yaml, int line, string words)
    {
        using var file = new TemporaryFile(yaml);
        var faults = Assert.Throws<CatalogueException>(() => Topics.Load(file.Path)).Faults;

        Assert.Contains(faults, f => f.StartsWith($"{file.Path}:{line}: ", StringComparison.Ordinal) && f.Contains(words, StringComparison.Ordinal));
    }
}
