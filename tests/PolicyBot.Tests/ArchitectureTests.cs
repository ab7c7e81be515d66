using System.Text.RegularExpressions;

namespace PolicyBot.Tests;

/// <summary>The rooms of Core and what each may know, read from the source files.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] Rooms = ["Text", "Records", "Concerns", "Retrieval", "Answers", "Meetings", "Digests", "Commands"];

    private static readonly List<(string Path, string Text)> Core = Files("PolicyBot.Core");

    public static TheoryData<string, string[]> MayUse { get; } = new()
    {
        { "Text", [] },
        { "Records", ["Text"] },
        { "Concerns", ["Text", "Records"] },
        { "Retrieval", ["Text", "Records", "Concerns"] },
        { "Answers", ["Text", "Records", "Concerns", "Retrieval", "Storage"] },
        { "Meetings", ["Text", "Records", "Concerns", "Answers", "Storage"] },
        { "Digests", ["Text", "Records", "Concerns", "Answers", "Meetings", "Storage"] },
        { "Access", ["Text", "Records", "Storage", "Chat"] },
        { "Commands", ["Text", "Records", "Concerns", "Retrieval", "Answers", "Meetings", "Digests", "Storage", "Chat", "Access"] },
        { "Storage", ["Text", "Records", "Concerns", "Retrieval", "Chat"] },
        { "Incoming", ["Text", "Records", "Storage"] },
        { "Chat", ["Text"] },
        { "Prompts", ["Records", "Retrieval", "Answers"] },
    };

    [Theory]
    [MemberData(nameof(MayUse))]
    public void A_room_uses_only_what_stands_before_it(string room, string[] allowed)
    {
        var files = Core.Where(f => f.Path.StartsWith(room + "/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(from file in files
                     from Match use in RoomName().Matches(file.Text)
                     let used = use.Groups[1].Value
                     where used != room && !allowed.Contains(used) && (Rooms.Contains(used) || used == "Storage")
                     select $"{file.Path} uses {used}");
    }

    [Theory]
    [InlineData("Lucene.Net", "Retrieval/")]
    [InlineData("Microsoft.Data.Sqlite", "Storage/Sqlite/")]
    [InlineData("using Npgsql", "Storage/Postgres/")]
    [InlineData("Microsoft.SemanticKernel", "Prompts/")]
    public void A_package_stays_in_its_room(string package, string room) => AssertNone(f => f.Text.Contains(package, StringComparison.Ordinal) && !f.Path.StartsWith(room, StringComparison.Ordinal));

    [Theory]
    [InlineData(@"\bEnvironment\.(?!(ProcessorCount|NewLine))")]
    [InlineData(@"\bDate(Time|TimeOffset)\.(Now|UtcNow|Today)\b")]
    [InlineData(@"\bTimeProvider\.System\b")]
    [InlineData(@"\bConsole\.")]
    [InlineData(@"PolicyBot\.(Slack|Discord)\b")]
    public void Core_knows_neither_the_machine_nor_a_platform(string forbidden) => AssertNone(f => Regex.IsMatch(f.Text, forbidden, RegexOptions.None, TimeSpan.FromSeconds(5)));

    [Fact]
    public void Nothing_that_reads_documents_opens_a_connection() =>
        AssertNone(f => f.Path.StartsWith("Records/", StringComparison.Ordinal) && Regex.IsMatch(f.Text, @"\bSystem\.Net\b|\bHttpClient\b|\bSocket\b", RegexOptions.None, TimeSpan.FromSeconds(5)));

    [Fact]
    public void Every_pattern_runs_in_bounded_time()
    {
        var files = Core.Concat(Files("PolicyBot")).ToList();
        var patterns = files.SelectMany(f => Pattern().Matches(f.Text).Select(m => (f.Path, Declaration: WithOptions(f.Text, f.Text[m.Index..EndOf(f.Text, m.Index)])))).ToList();

        Assert.NotEmpty(patterns);
        Assert.Empty(patterns.Where(p => !p.Declaration.Contains("NonBacktracking", StringComparison.Ordinal) && !p.Declaration.Contains("imeout", StringComparison.Ordinal)).Select(p => $"{p.Path}: {p.Declaration}"));
    }

    [Fact]
    public void No_method_is_async_void() =>
        Assert.Empty(Core.Concat(Files("PolicyBot")).Where(f => f.Text.Contains("async void", StringComparison.Ordinal)).Select(f => f.Path));

    private static void AssertNone(Func<(string Path, string Text), bool> broken) => Assert.Empty(Core.Where(broken).Select(f => f.Path));

    /// <summary>The declaration ends with the first semicolon behind its pattern, or with the property it stands on.</summary>
    private static int EndOf(string text, int start) => text.IndexOf(";\n", start, StringComparison.Ordinal) is >= 0 and var end ? end : text.Length;

    /// <summary>Options that several patterns share stand in a constant of the same file.</summary>
    private static string WithOptions(string text, string declaration) =>
        declaration.Contains(" Options", StringComparison.Ordinal) && text.IndexOf("RegexOptions Options = ", StringComparison.Ordinal) is >= 0 and var at ? declaration + text[at..EndOf(text, at)] : declaration;

    private static List<(string Path, string Text)> Files(string project)
    {
        var root = Path.Combine(SharedData.Config, "..", "src", project);
        return [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(f => (Path: Path.GetRelativePath(root, f).Replace('\\', '/'), Text: File.ReadAllText(f)))
            .Where(f => !f.Path.StartsWith("obj/", StringComparison.Ordinal) && !f.Path.StartsWith("bin/", StringComparison.Ordinal))];
    }

    [GeneratedRegex(@"(?:using (?:static )?|\b)PolicyBot\.([A-Z][A-Za-z]+)\b", RegexOptions.NonBacktracking)]
    private static partial Regex RoomName();

    [GeneratedRegex(@"new Regex\(|\[GeneratedRegex\(|Regex [A-Za-z_]+ = new\(|Regex [A-Za-z]+ \{ get; \} = new\(|\bRegex\.(?:IsMatch|Match|Matches|Replace|Split)\(", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
