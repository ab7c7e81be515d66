using CsCheck;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Tests.Records;

public sealed class OrganisationsTests
{
    private const string Yaml = """
        organisations:
          - {name: KT, kind: company}
          - {name: KT클라우드, kind: company}
          - {name: 가나데이터협회, kind: association}
          - {name: 가나데이터산업협회, kind: association, english: [Gana Data Industry Association, GDIA]}
          - {name: 마음AI, kind: company}
          - {name: 파도, kind: company, common_word: true, aliases: [파도소프트]}
          - {name: 다라소프트, kind: company}
          - {name: 산업통상자원부, kind: government, to: 2025-09-30, aliases: [산업부], successors: [산업통상부, 기후에너지환경부]}
          - {name: 산업통상부, kind: government, from: 2025-10-01, aliases: [산업부]}
          - {name: 기후에너지환경부, kind: government, from: 2025-10-01, aliases: [기후부]}
          - {name: 바사청, kind: government}
        people:
          - name: 홍길동
            roles:
              - {organisation: 산업통상자원부, role: 국장, to: 2025-09-30}
              - {organisation: 산업통상부, role: 차관, from: 2025-10-01}
        """;

    private static readonly Organisations Known = Load(Yaml);
    private static readonly DateOnly Before = new(2024, 5, 1), After = new(2025, 10, 1);

    [Theory]
    [InlineData("KT클라우드는 부지를 찾고 있다.", "KT클라우드")]
    [InlineData("KT 클라우드 대표", "KT 클라우드")]
    [InlineData("ＫＴ는 답했다", "ＫＴ")]
    [InlineData("KT클라우드와 KT가", "KT클라우드|KT")]
    [InlineData("가나데이터산업협회의 건의", "가나데이터산업협회")]
    [InlineData("가나데이터 산업 협회 측은", "가나데이터 산업 협회")]
    [InlineData("마음 AI는", "마음 AI")]
    [InlineData("▲다라소프트▲KT▲마음AI", "다라소프트|KT|마음AI")]
    [InlineData("㈜다라소프트, (주)파도", "다라소프트|파도")]
    [InlineData("다라소프트에서는", "다라소프트")]
    [InlineData("다라소프트로부터도", "다라소프트")]
    [InlineData("다라소프트관계자는", "다라소프트")]
    [InlineData("바사청장이", "바사청")]
    [InlineData("the Gana Data Industry Association's view, and GDIA.", "Gana Data Industry Association|GDIA")]
    public void Names_are_found_with_particles_titles_and_spaces(string text, string expected) =>
        Assert.Equal(expected.Split('|'), FindIn(text).Select(m => m.Span.Of(text)));

    [Theory]
    [InlineData("KT알파는")]
    [InlineData("KT&G는")]
    [InlineData("SKT는")]
    [InlineData("kt and gdia")]
    [InlineData("마음이 급한 사람")]
    [InlineData("마음가짐")]
    [InlineData("다라소프트웨어를")]
    [InlineData("신다라소프트는")]
    [InlineData("가나데이터산업협회원사")]
    [InlineData("파도가 높다")]
    [InlineData("")]
    public void A_name_inside_another_word_and_a_common_word_are_no_names(string text) => Assert.Empty(FindIn(text));

    [Theory]
    [InlineData("파도 측은")]
    [InlineData("파도 대표는")]
    [InlineData("▲ 파도 △다라소프트")]
    [InlineData("파도소프트는")]
    public void A_common_word_is_a_name_beside_a_title_or_a_list_mark_or_in_its_full_form(string text) =>
        Assert.Equal("파도", FindIn(text)[0].Organisation.Name);

    [Fact]
    public void A_short_name_means_another_ministry_in_another_year()
    {
        Assert.Equal("산업통상자원부", Known.Find("산업부", Before)?.Name);
        Assert.Equal("산업통상부", Known.Find("산업부", After)?.Name);
        Assert.Null(Known.Find("산업부", null));
        Assert.Empty(FindIn("산업부는", null));
        Assert.Equal("산업통상부", Assert.Single(FindIn("산업부는", After)).Organisation.Name);
    }

    [Fact]
    public void A_name_that_can_mean_only_one_is_known_after_its_end()
    {
        Assert.Equal("산업통상자원부", Known.Find("산업통상자원부", After)?.Name);
        Assert.Equal(["산업통상부", "기후에너지환경부"], Known.Find("산업통상자원부", null)!.Successors);
    }

    [Theory]
    [InlineData("㈜다라소프트")]
    [InlineData("(주) 다라소프트")]
    [InlineData("주식회사 다라소프트")]
    [InlineData(" 다라소프트 ")]
    public void A_name_is_found_with_its_legal_form(string name) => Assert.Equal("다라소프트", Known.Find(name, null)?.Name);

    [Fact]
    public void Only_the_given_stretch_is_searched_but_words_are_judged_by_the_whole_text()
    {
        const string text = "KT와 다라소프트웨어";
        Assert.Empty(Known.FindIn(text, new(4, 9), null));
        Assert.Single(Known.FindIn(text, new(0, 2), null));
        Assert.Empty(Known.FindIn(text, new(0, 1), null));
    }

    [Fact]
    public void Offices_are_known_by_their_days()
    {
        Assert.Equal("국장", Assert.Single(Known.FindPeople("홍길동", Before)).Role);
        Assert.Equal("차관", Assert.Single(Known.FindPeople("홍길동", After)).Role);
        Assert.Equal(2, Known.FindPeople("홍길동", null).Count);
        Assert.Empty(Known.FindPeople("이몽룡", null));
    }

    [Fact]
    public void Mentions_stand_in_order_and_never_overlap_whatever_the_text()
    {
        string[] pieces = ["KT", "클라우드", " ", "가나데이터", "산업", "협회", "는", "▲", "파도", "측", "\u00A0", "\uD83D", "🚢", "AI", "마음", "&", "\0", "Ｋ"];
        Check.Sample(
            Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 30],
            parts =>
            {
                var text = string.Concat(parts);
                var end = 0;
                foreach (var mention in FindIn(text))
                {
                    Assert.True(mention.Span.Start >= end && mention.Span.End <= text.Length);
                    Assert.NotNull(Known.Find(mention.Span.Of(text), null));
                    end = mention.Span.End;
                }
            },
            iter: 2000);
    }

    [Fact]
    public void The_shipped_file_knows_the_ministries_by_their_years()
    {
        var shipped = Organisations.Load(ShippedCatalogues.Organisations);

        Assert.True(shipped.All.Count > 200);
        Assert.Equal("과학기술정보통신부", shipped.Find("과기부", new(2025, 7, 25))?.Name);
        Assert.Equal("과학기술부", shipped.Find("과기부", new(2005, 7, 25))?.Name);
        Assert.Equal("기획재정부", shipped.Find("기재부", new(2025, 12, 31))?.Name);
        Assert.Equal("방송미디어통신위원회", shipped.Find("방미통위", After)?.Name);
        Assert.Equal("한국전력공사", shipped.Find("KEPCO", null)?.Name);
        Assert.Equal("장관", Assert.Single(shipped.FindPeople("배경훈", new(2025, 8, 1))).Role);
    }

    private static IReadOnlyList<OrganisationMention> FindIn(string text, DateOnly? on = null) => Known.FindIn(text, new(0, text.Length), on);

    private static Organisations Load(string yaml)
    {
        using var file = new TemporaryFile(yaml);
        return Organisations.Load(file.Path);
    }
}
