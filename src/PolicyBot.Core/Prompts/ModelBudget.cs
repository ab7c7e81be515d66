using PolicyBot.Answers;

namespace PolicyBot.Prompts;

/// <summary>Counts the calls of each user and channel by local day; forgotten at a restart.</summary>
internal sealed class ModelBudget(int callsPerDay, TimeProvider time, TimeZoneInfo zone)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _spent = new(StringComparer.Ordinal);
    private DateOnly _day;

    /// <summary>Throws <see cref="ModelUnavailableException"/> when a budget is used up; else counts the call on all of them. The first spender is a user, the others are shared by many.</summary>
    public void Spend(IReadOnlyList<string> spenders)
    {
        lock (_lock)
        {
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
            if (today != _day)
            {
                _day = today;
                _spent.Clear();
            }

            for (var i = 0; i < spenders.Count; i++)
                if (_spent.GetValueOrDefault(spenders[i]) >= (i == 0 ? callsPerDay : 10 * callsPerDay)) throw new ModelUnavailableException($"the day's budget of {(i == 0 ? "this user" : "this channel")} is used up");
            foreach (var spender in spenders) _spent[spender] = _spent.GetValueOrDefault(spender) + 1;
        }
    }
}
