using System.Globalization;
using PolicyBot.Records;
using PolicyBot.Retrieval;

namespace PolicyBot.Tests.Access.Rights;

/// <summary>Generated cases against an independent judge: nothing leaves a place that may not, and nothing is held back that may. <c>POLICYBOT_RIGHTS_CASES</c> asks for more of them.</summary>
public sealed class RightsTests
{
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("POLICYBOT_RIGHTS_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases) ? cases : 1500;

    [Fact]
    public async Task No_word_of_a_record_leaves_where_it_does_not_belong()
    {
        await using var world = await RightsWorld.CreateAsync(20251127);

        var faults = await RunAsync(world, Cases);

        Assert.True(faults.Count == 0, $"{faults.Count} of {Cases} cases:\n{string.Join('\n', faults.Take(10))}");
    }

    [Fact]
    public async Task A_build_that_filters_after_the_best_were_chosen_is_caught()
    {
        await using var world = await RightsWorld.CreateAsync(20251127, index => new FilteringAfterwards(index));

        Assert.NotEmpty(await RunAsync(world, 300));
    }

    [Fact]
    public async Task A_build_that_does_not_filter_is_caught()
    {
        await using var world = await RightsWorld.CreateAsync(20251127, index => new FilteringNothing(index));

        Assert.Contains(await RunAsync(world, 300), f => f.Contains("let out", StringComparison.Ordinal));
    }

    private static async Task<List<string>> RunAsync(RightsWorld world, int cases)
    {
        var faults = new List<string>();
        for (var i = 0; i < cases; i++)
            if (await world.TryAsync() is { } fault) faults.Add($"case {i}: {fault}");
        return faults;
    }

    private sealed class FilteringAfterwards(PassageIndex index) : IRetriever
    {
        public async Task<IReadOnlyList<FoundPassage>> FindPassagesAsync(Query query, CancellationToken cancellationToken) =>
            [.. (await index.FindPassagesAsync(query with { Clearance = Clearance.Everything }, cancellationToken)).Where(f => query.Clearance.Allows(f.Passage.Grade, f.Passage.Group))];
    }

    private sealed class FilteringNothing(PassageIndex index) : IRetriever
    {
        public Task<IReadOnlyList<FoundPassage>> FindPassagesAsync(Query query, CancellationToken cancellationToken) => index.FindPassagesAsync(query with { Clearance = Clearance.Everything }, cancellationToken);
    }
}
