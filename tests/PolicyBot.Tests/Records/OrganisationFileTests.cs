using System.Text;
using PolicyBot.Records;

namespace PolicyBot.Tests.Records;

public sealed class OrganisationFileTests
{
    [Theory]
    [InlineData("organisations:\n  - {name: A사, kind: company, alias: [가]}", 2, "unknown key 'alias'; use one of name, kind")]
    [InlineData("organisations:\n  - {kind: company}", 2, "name is missing")]
    [InlineData("organisations:\n  - {name: A사}", 2, "kind is missing")]
    [InlineData("organisations:\n  - name: A사\n    kind: firm", 3, "kind is 'firm'; use one of government")]
    [InlineData("organisations:\n  - name: A사\n    kind: company\n    from: 2025-02-30", 4, "no date; write year-month-day")]
    [InlineData("organisations:\n  - name: A사\n    kind: company\n    from: 2025-02-03\n    to: 2024-02-03", 5, "lies before from")]
    [InlineData("organisations:\n  - name: A사\n    kind: company\n    aliases: 가나", 4, "a list is expected")]
    [InlineData("organisations:\n  - name: A사\n    kind: company\n    aliases:\n      - [가]", 5, "keys with values are expected")]
    [InlineData("organisations:\n  - name: A사\n    kind: company\n    common_word: maybe", 4, "write true or false")]
    [InlineData("organisations:\n  - {name: A사, kind: company}\n  - {name: A사, kind: company}", 3, "merge the two entries")]
    [InlineData("organisations:\n  - {name: A사, kind: company, aliases: [가나]}\n  - {name: B사, kind: company, aliases: [가나]}", 3, "would mean B사 and A사 (line 2)")]
    [InlineData("organisations:\n  - {name: A사, kind: company, aliases: [가나, 가 나]}", 2, "is given twice for A사")]
    [InlineData("organisations:\n  - {name: A사, kind: company, successors: [C사]}", 2, "'C사' is no entry")]
    [InlineData("organisations:\n  - {name: A사, kind: company, kind: media}", 2, "given twice")]
    [InlineData("organisations:\n\t- {name: A사, kind: company}", 2, "tab; use spaces")]
    [InlineData("organisations:\n  - {name: A사, kind: company", 3, "not valid YAML")]
    [InlineData("organisations:\n  - *anchor", 2, "not allowed here")]
    [InlineData("people:\n  - name: 홍길동\n    roles:\n      - {role: 장관, organisation: 없는부}", 4, "'없는부' is no entry")]
    [InlineData("- a\n- b", 1, "keys with values are expected: organisations, people")]
    [InlineData("", 1, "keys with values are expected")]
    [InlineData("organisations: []\n---\npeople: []", 2, "second document")]
    public void Every_fault_names_its_line_and_what_to_change(string yaml, int line, string words)
    {
        using var file = new TemporaryFile(yaml);
        var fault = Assert.Throws<CatalogueException>(() => Organisations.Load(file.Path)).Faults[0];

        Assert.StartsWith($"{file.Path}:{line}: ", fault, StringComparison.Ordinal);
        Assert.Contains(words, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once_in_order()
    {
        using var file = new TemporaryFile("organisations:\n  - {name: A사, kind: firm}\n  - {name: B사}\npeople: {}");
        var faults = Assert.Throws<CatalogueException>(() => Organisations.Load(file.Path)).Faults;

        Assert.Equal(["2", "3", "4"], faults.Select(f => f[file.Path.Length..].Split(':')[1]));
    }

    [Fact]
    public void Same_alias_on_days_that_do_not_meet_is_no_fault()
    {
        using var file = new TemporaryFile("""
            organisations:
              - {name: A부, kind: government, aliases: [{name: 가부, to: 2025-09-30}]}
              - {name: B부, kind: government, aliases: [{name: 가부, from: 2025-10-01}]}
            """);
        var loaded = Organisations.Load(file.Path);

        Assert.Equal("A부", loaded.Find("가부", new(2025, 9, 30))?.Name);
        Assert.Equal("B부", loaded.Find("가부", new(2025, 10, 1))?.Name);
    }

    [Fact]
    public void A_file_that_is_absent_or_wrongly_encoded_is_a_sentence()
    {
        Assert.Contains("cannot be read", Assert.Throws<CatalogueException>(() => Organisations.Load("/no/such/file.yaml")).Message, StringComparison.Ordinal);
        using var file = new TemporaryFile([.. Encoding.UTF8.GetBytes("organisations: # "), 0xB0, 0xA1]);
        Assert.Contains("save it as UTF-8", Assert.Throws<CatalogueException>(() => Organisations.Load(file.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_nesting_is_a_fault_and_not_a_crash()
    {
        using var file = new TemporaryFile("organisations: " + new string('[', 5_000));
        Assert.Throws<CatalogueException>(() => Organisations.Load(file.Path));
    }
}
