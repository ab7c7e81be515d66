using System.Reflection;
using System.Text.RegularExpressions;

namespace PolicyBot.Tests;

/// <summary>Every promise of SECURITY.md names the test that holds it; a test that is not there holds nothing.</summary>
public sealed class SecurityTests
{
    private static readonly Regex Named = new("`([A-Z][A-Za-z]+Tests)(?:\\.([A-Z][A-Za-z0-9_]+))?`", RegexOptions.NonBacktracking);

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(SharedData.Config, "..", "SECURITY.md"));

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var tests = typeof(SecurityTests).Assembly.GetTypes().Where(t => t.Name.EndsWith("Tests", StringComparison.Ordinal)).ToLookup(t => t.Name);
        var named = Lines.SelectMany(l => Named.Matches(l)).Select(m => (Class: m.Groups[1].Value, Method: m.Groups[2].Value)).Distinct().ToList();

        Assert.InRange(named.Count, 20, 200);
        Assert.All(named, n => Assert.Contains(tests[n.Class], t => n.Method.Length == 0 ? Tests(t).Any() : Tests(t).Any(m => m.Name == n.Method)));
    }

    [Fact]
    public void Every_promise_names_a_test() => Assert.All(Lines.Where(l => l.StartsWith("| P", StringComparison.Ordinal)), l => Assert.Matches(Named, l));

    private static IEnumerable<MethodInfo> Tests(Type type) => type.GetMethods().Where(m => m.GetCustomAttributes<FactAttribute>(inherit: true).Any());
}
