using System.Text.Json;
using PolicyBot.Answers;
using PolicyBot.Answers.Grounding;
using PolicyBot.Chat;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Tests.Answers;
using PolicyBot.Tests.Records;

namespace PolicyBot.Tests.Commands;

/// <summary>A chat with a model behind it.</summary>
public sealed class ModelChatTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    [Fact]
    public async Task Sentences_that_stand_are_shown_before_the_answer_is_whole()
    {
        var shown = new Shown();
        var bot = Bot(ScriptedModel.Phrasing(words => words.Contains("민원", StringComparison.Ordinal) ? "See http://evil.example" : words));

        var handled = await bot.Handler.HandleAsync(bot.Words("7월 24일 데이터센터 간담회에서 나온 우려 정리해 줘"), shown, TestContext.Current.CancellationToken);

        Assert.NotEmpty(shown.Replies);
        Assert.All(shown.Replies, r => Assert.Equal("이어서 쓰는 중…", r.Footer));
        Assert.All(shown.Replies, r => Assert.DoesNotContain("evil", TalkingBot.TextOf(r), StringComparison.Ordinal));
        var whole = Assert.Single(handled.Replies).Reply;
        Assert.Contains("모델이 다듬은 문장", whole.Footer, StringComparison.Ordinal);
        Assert.Contains("“주민 민원이 사업을 막는다”", TalkingBot.TextOf(whole), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_is_asked_as_the_model_read_it_and_says_so()
    {
        var bot = Bot(new ScriptedModel((prompt, _) => prompt == "read-question" ? JsonSerializer.Serialize(new { question = "인허가 요청에 정부는 뭐라고 답했나?" }) : "{\"points\": []}"));
        await bot.AskAsync(bot.Words("인허가 요청은 누가 했나?"));

        var reply = await bot.AskAsync(bot.Words("그럼 정부는 뭐라고 답했어?"));

        Assert.Contains(reply.Notes, n => n == "이렇게 이해했습니다: 인허가 요청에 정부는 뭐라고 답했나?");
        Assert.Contains("인허가 지침을 고치겠다", TalkingBot.TextOf(reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reading_that_names_somebody_new_is_not_asked()
    {
        var bot = Bot(ScriptedModel.Reading("삼성SDS의 인허가 요청에 정부는 뭐라고 답했나?"));
        await bot.AskAsync(bot.Words("인허가 요청은 누가 했나?"));

        var reply = await bot.AskAsync(bot.Words("그럼 정부는 뭐라고 답했어?"));

        Assert.DoesNotContain("삼성SDS", TalkingBot.TextOf(reply), StringComparison.Ordinal);
    }

    private TalkingBot Bot(ScriptedModel model) => new(archive, bot => bot.Desk = bot.Desk with
    {
        Reading = new(model, AskedArchive.Reader),
        Answerer = new(
            new(archive.Archive, archive.Retriever, AskedArchive.Reader, bot.Desk.Time, bot.Desk.Zone),
            new(archive.Archive, model, new Gate(Organisations.Load(ShippedCatalogues.Organisations), Topics.Load(ShippedCatalogues.Topics)), Grade.Open)),
    });

    private sealed class Shown : IProgress<Reply>
    {
        public List<Reply> Replies { get; } = [];

        public void Report(Reply value) => Replies.Add(value);
    }
}
