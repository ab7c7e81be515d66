using Microsoft.Extensions.Time.Testing;
using PolicyBot.Access;
using PolicyBot.Chat;
using PolicyBot.Tests.Slack.FakeSlack;

namespace PolicyBot.Tests.Slack;

public sealed class SlackUserGroupsTests
{
    [Fact]
    public async Task Whoever_is_in_a_named_group_has_its_role_and_no_other_group_is_asked_for()
    {
        await using var bench = await SlackBench.CreateAsync();
        var socket = await ConnectAsync(bench);
        bench.Server.Workspace.UserGroups["S2"] = ["U1"];

        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev1", "1.1"));

        var message = Assert.Single(bench.Inbox.Messages);
        Assert.Equal(["S1"], message.User.Roles);
        Assert.True(new Curators(["slack/role/S1"]).Include(message.Conversation, message.User));
        Assert.Single(bench.Server.Of("usergroups.users.list"));
    }

    [Fact]
    public async Task A_group_without_the_user_and_one_that_no_rule_names_give_no_role()
    {
        await using var bench = await SlackBench.CreateAsync();
        var socket = await ConnectAsync(bench);
        bench.Server.Workspace.UserGroups["S1"] = ["U2"];
        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev1", "1.1"));
        bench.UserGroups = [];
        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev2", "1.2"));

        Assert.All(bench.Inbox.Messages, m => Assert.Empty(m.User.Roles));
    }

    [Fact]
    public async Task Members_are_asked_for_again_after_five_minutes_and_when_Slack_tells_of_a_change()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var bench = await SlackBench.CreateAsync(time: time);
        var socket = await ConnectAsync(bench);
        await AskAsync("Ev1");
        bench.Server.Workspace.UserGroups["S1"] = [];
        await AskAsync("Ev2");
        time.Advance(TimeSpan.FromMinutes(5));
        await AskAsync("Ev3");
        bench.Server.Workspace.UserGroups["S1"] = ["U1"];
        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Event("Ev4", new() { ["type"] = "subteam_members_changed", ["subteam_id"] = "S1" }));
        await AskAsync("Ev5");

        Assert.Equal([["S1"], ["S1"], [], ["S1"]], bench.Inbox.Messages.Select(m => m.User.Roles));

        Task AskAsync(string id) => bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention(id, id + ".1"));
    }

    [Theory]
    [InlineData("missing_scope", "usergroups:read")]
    [InlineData("plan_upgrade_required", "plan")]
    [InlineData("no_such_subteam", "no such user group")]
    public async Task A_group_that_cannot_be_read_gives_no_right_and_the_log_says_why_once(string error, string reason)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var bench = await SlackBench.CreateAsync(time: time);
        var socket = await ConnectAsync(bench);
        bench.Server.Plan("usergroups.users.list", Fault.Error(error));
        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev1", "1.1"));
        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev2", "1.2"));
        Assert.Contains("slack/role/S1", Assert.Single(bench.Log.Lines, l => l.Contains(reason, StringComparison.Ordinal)), StringComparison.Ordinal);

        time.Advance(TimeSpan.FromSeconds(30));
        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev3", "1.3"));

        Assert.Equal([[], [], ["S1"]], bench.Inbox.Messages.Select(m => m.User.Roles));
    }

    [Fact]
    public async Task A_refresh_that_fails_takes_the_right_away()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var bench = await SlackBench.CreateAsync(time: time);
        var socket = await ConnectAsync(bench);
        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev1", "1.1"));
        time.Advance(TimeSpan.FromMinutes(5));
        bench.Server.Plan("usergroups.users.list", Fault.Status(500));
        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev2", "1.2"));

        Assert.Equal([["S1"], []], bench.Inbox.Messages.Select(m => m.User.Roles));
    }

    [Fact]
    public async Task A_check_names_the_group_that_is_not_there()
    {
        await using var bench = await SlackBench.CreateAsync();
        bench.Server.Workspace.UserGroups["S1"] = [];
        bench.UserGroups = ["S1", "S404"];

        Assert.StartsWith("slack/role/S404", Assert.Single(await bench.Slack.CheckAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_groups_asked_for_are_those_of_the_settings_and_of_administrators()
    {
        var curators = new Curators(["slack/U1", "slack/role/S1", "discord/role/9"], ["slack/role/S2"]);
        curators.Adopt(new(1, [new(AccessKind.Role, "slack/role/S3", "curator", "slack/U1"), new(AccessKind.Role, "slack/U4", "curator", "slack/U1")]));

        Assert.Equal(["S1", "S2", "S3"], curators.RolesNamed("slack").Order());
    }

    private static async Task<FakeSocket> ConnectAsync(SlackBench bench)
    {
        bench.Server.Workspace.UserGroups["S1"] = ["U1"];
        bench.UserGroups = ["S1"];
        return await bench.ConnectAsync();
    }
}
