using System.Text;
using PolicyBot.Chat;
using PolicyBot.Commands;
using PolicyBot.Slack.Web;

namespace PolicyBot.Tests.Slack;

/// <summary>The app's manifest for pasting: written from the catalogue and the permissions that the code asks for.</summary>
public sealed class SlackManifestTests
{
    private static readonly string[] _events =
    [
        "app_home_opened", "app_mention", "assistant_thread_started", "channel_archive", "channel_deleted", "channel_left", "group_archive", "group_deleted", "group_left",
        "member_joined_channel", "member_left_channel", "message.channels", "message.groups", "message.im", "message.mpim", "subteam_members_changed", "subteam_updated",
    ];

    [Fact]
    public void The_manifest_offers_what_the_catalogue_declares() =>
        ApprovedFile.Matches(Path.Combine(SharedData.Config, "slack-manifest.yaml"), Write(CommandCatalogue.All));

    private static string Write(ChatCatalogue catalogue)
    {
        var yaml = new StringBuilder("""
            # Paste this at https://api.slack.com/apps, Create New App, From a manifest. Written from the bot's own commands.
            # For Slack:Mode Http: set socket_mode_enabled to false, and add request URLs: …/slack/event for events,
            # …/slack/command for each command, …/slack/action for interactivity.
            # Where a command's name is taken by another app (/status and /help often are), take it out here: /policybot status says the same.
            display_information:
              name: PolicyBot
              description: Who raised what in policy consultations, and what was answered / 정책 간담회 기록에서 답합니다
            features:
              app_home:
                home_tab_enabled: true
                messages_tab_enabled: true
                messages_tab_read_only_enabled: false
              bot_user:
                display_name: PolicyBot
                always_online: true
              assistant_view:
                assistant_description: Asks the records of policy consultations / 정책 간담회 기록에 묻습니다

            """);
        if (catalogue.Shortcut is { } shortcut)
            yaml.Append("  shortcuts:\n").Append($"    - name: {Quote(shortcut.English)}\n      type: message\n      callback_id: {shortcut.Name}\n      description: {Quote(shortcut.Korean)}\n");
        yaml.Append("  slash_commands:\n");
        foreach (var command in catalogue.Commands)
        {
            yaml.Append($"    - command: /{command.Name}\n      description: {Quote($"{command.Korean} / {command.English}")}\n");
            if (command.Options.Count > 0) yaml.Append($"      usage_hint: {Quote(Hint(command))}\n");
            yaml.Append("      should_escape: true\n");
        }

        yaml.Append($"    - command: /{PolicyBot.Slack.Events.CommandReader.Umbrella}\n      description: '위의 모든 명령과 질문 / Every command above, and questions'\n      usage_hint: 'concerns topic:… | question'\n      should_escape: true\n");
        yaml.Append("oauth_config:\n  scopes:\n    bot:\n");
        foreach (var (name, use) in SlackScopes.Needed) yaml.Append($"      - {name} # {use}\n");
        yaml.Append("settings:\n  event_subscriptions:\n    bot_events:\n");
        foreach (var name in _events) yaml.Append($"      - {name}\n");
        return yaml.Append("""
              interactivity:
                is_enabled: true
              org_deploy_enabled: false
              socket_mode_enabled: true
              token_rotation_enabled: false

            """).ToString();
    }

    private static string Hint(CommandDefinition command) => string.Join(' ', command.Options.Where(o => o.Kind != OptionKind.File).Select((option, i) => i == 0 ? $"[{option.Name}]" : $"[{option.Name}:…]"));

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
