using Microsoft.Extensions.Time.Testing;
using PolicyBot.Prompts;
using PolicyBot.Retrieval;

namespace PolicyBot.Tests.Prompts;

public sealed class EmbeddingsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _told = [];
    private FakeModel _fake = null!;

    public async ValueTask InitializeAsync() => _fake = await FakeModel.StartAsync();

    public ValueTask DisposeAsync() => _fake.DisposeAsync();

    [Fact]
    public async Task Each_text_gets_its_vector_in_order()
    {
        using var embeddings = Embeddings(_fake.Endpoint);

        var vectors = await CallAsync(embeddings, "전력", "인허가");

        Assert.Equal([FakeVectors.Of("전력", 64), FakeVectors.Of("인허가", 64)], vectors);
    }

    [Theory]
    [InlineData(nameof(Fault.Refuse), "check Embeddings:ApiKey")]
    [InlineData(nameof(Fault.UnknownModel), "check Embeddings:Name")]
    [InlineData(nameof(Fault.TooMany), "too many calls")]
    [InlineData(nameof(Fault.Break), "500")]
    [InlineData(nameof(Fault.Garbage), "does not answer as expected")]
    public async Task A_failing_service_is_told_once_in_a_sentence_without_the_key(string fault, string says)
    {
        _fake.Fault = Enum.Parse<Fault>(fault);
        using var embeddings = Embeddings(_fake.Endpoint);

        var told = await Assert.ThrowsAsync<VectorsUnavailableException>(() => CallAsync(embeddings, "x"));
        await Assert.ThrowsAsync<VectorsUnavailableException>(() => CallAsync(embeddings, "x"));

        Assert.Contains(says, told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-planted", told.ToString(), StringComparison.Ordinal);
        Assert.Equal([told.Message], _told);
    }

    [Fact]
    public async Task A_service_that_is_not_there_or_not_trusted_is_told()
    {
        using var absent = Embeddings(new("http://127.0.0.1:9/v1"));
        Assert.Contains("check Embeddings:Endpoint", (await Assert.ThrowsAsync<VectorsUnavailableException>(() => CallAsync(absent, "x"))).Message, StringComparison.Ordinal);

        await using var untrusted = await UntrustedEndpoint.StartAsync();
        using var doubtful = Embeddings(untrusted.Address);
        Assert.Contains("certificate", (await Assert.ThrowsAsync<VectorsUnavailableException>(() => CallAsync(doubtful, "x"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_hangs_is_left_at_the_deadline_and_alone_after_five_failures()
    {
        _fake.Fault = Fault.Hang;
        using var embeddings = Embeddings(_fake.Endpoint);
        var call = CallAsync(embeddings, "x");
        await _fake.Held.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("within 1 s", (await Assert.ThrowsAsync<VectorsUnavailableException>(() => call)).Message, StringComparison.Ordinal);

        _fake.Fault = Fault.Break;
        for (var i = 1; i < EndpointFaults.FailuresToRest; i++) await Assert.ThrowsAsync<VectorsUnavailableException>(() => CallAsync(embeddings, "x"));
        Assert.Contains("left alone", (await Assert.ThrowsAsync<VectorsUnavailableException>(() => CallAsync(embeddings, "x"))).Message, StringComparison.Ordinal);
    }

    private Embeddings Embeddings(Uri endpoint) => new(new(endpoint, "fake", "sk-planted"), _time, _told.Add);

    private static Task<IReadOnlyList<float[]>> CallAsync(Embeddings embeddings, params string[] texts) => embeddings.EmbedAsync(texts, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
}
