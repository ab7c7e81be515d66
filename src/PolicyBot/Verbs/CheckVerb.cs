using System.CommandLine;
using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Contract;
using PolicyBot.Hosting;
using PolicyBot.Meetings.Calendars;
using PolicyBot.Prompts;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Settings;
using PolicyBot.Storage;

namespace PolicyBot.Verbs;

internal static class CheckVerb
{
    public static Command Create(CommonOptions common)
    {
        var connect = new Option<bool>("--connect") { Description = "Try each connection too / 연결도 시험" };
        var verb = new Command("check", "Read all settings and name every fault / 설정 점검") { connect };
        verb.SetAction(async (parse, cancellationToken) =>
        {
            var output = common.Output(parse);
            var shape = await CheckAsync(common, parse, parse.GetValue(connect), output, cancellationToken);
            if (output.Json) output.Write(shape, ContractJson.Readable.CheckShape);
            else
            {
                foreach (var (name, state) in shape.Features) output.Line($"{name,-10} {state}");
                foreach (var line in shape.Faults) output.Line(output.Pick("문제: ", "fault: ") + line);
                foreach (var line in shape.Missing ?? []) output.Line(output.Pick("할 일: ", "to do: ") + line);
                foreach (var line in shape.Notes ?? []) output.Line(output.Pick("알림: ", "note: ") + line);
                var faults = shape.Faults.Count + (shape.Missing?.Count ?? 0);
                output.Line(shape.Ok ? output.Pick("설정에 문제가 없습니다.", "All settings are good. / 설정에 문제가 없습니다.") : output.Pick($"문제 {faults}건", $"{faults} faults / 문제 {faults}건"));
            }

            if (shape.Faults.Count > 0) return ExitCode.WrongSettings;
            return shape.Ok ? ExitCode.Done : ExitCode.SomethingRefused;
        });
        return verb;
    }

    private static async Task<CheckShape> CheckAsync(CommonOptions common, ParseResult parse, bool connect, Output output, CancellationToken cancellationToken)
    {
        BotSettings settings;
        try
        {
            settings = common.LoadSettings(parse);
        }
        catch (SettingsException unreadable)
        {
            return new(false, unreadable.Faults, new Dictionary<string, string>());
        }

        var faults = settings.Faults.Concat(FindFileFaults(settings)).ToList();
        if (connect && faults.Count == 0 && await TryStoreAsync(settings, common.Folder(parse, settings), common) is { } fault) faults.Add(fault);
        if (connect && faults.Count == 0 && settings.Model is not null && await TryModelAsync(settings, common) is { } silent) faults.Add(silent);
        if (connect && faults.Count == 0 && settings.Embeddings is { } embeddings && await TryEmbeddingsAsync(embeddings, common) is { } mute) faults.Add(mute);
        // With wrong settings nothing is sent anywhere.
        var missing = connect && faults.Count == 0 && Platforms.AreSet(settings) ? await ConnectionTrial.FindMissingAsync(settings, common.Time, cancellationToken) : null;
        return new(faults.Count == 0 && missing is null or { Count: 0 }, faults, Features(settings, output), missing, settings.Notes.Count > 0 ? settings.Notes : null);
    }

    private static IEnumerable<string> FindFileFaults(BotSettings settings)
    {
        foreach (var load in (Action[])[() => Organisations.Load(ProgramFolder.Resolve(settings["Records:Organisations"])), () => Topics.Load(ProgramFolder.Resolve(settings["Records:Topics"])), () => PromptLibrary.Load(ProgramFolder.Resolve("prompts"))])
        {
            string? fault = null;
            try
            {
                load();
            }
            catch (CatalogueException e)
            {
                fault = e.Message;
            }

            if (fault is null) continue;
            foreach (var line in fault.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) yield return line;
        }
    }

    private static async Task<string?> TryStoreAsync(BotSettings settings, string folder, CommonOptions common)
    {
        try
        {
            await using var archive = Stores.OpenArchive(settings, folder, Organisations.Empty, common.Time);
            return null;
        }
        catch (ArchiveException e)
        {
            return e.Message;
        }
    }

    private static async Task<string?> TryModelAsync(BotSettings settings, CommonOptions common)
    {
        try
        {
            using var model = new LanguageModel(PromptLibrary.Load(ProgramFolder.Resolve("prompts")), settings.Model!, common.Time, settings.TimeZone, _ => { });
            await model.CompleteAsync("read-question", new Dictionary<string, object> { ["question"] = "전력은 누가 제기했나?", ["language"] = "ko", ["earlier"] = new List<object>() }, new(["check"], common.Time.GetTimestamp()), null, CancellationToken.None);
            return null;
        }
        catch (ModelUnavailableException e)
        {
            return $"Model: {e.Message}";
        }
    }

    private static async Task<string?> TryEmbeddingsAsync(EmbeddingSettings settings, CommonOptions common)
    {
        try
        {
            using var embeddings = new Embeddings(settings, common.Time, _ => { });
            await embeddings.EmbedAsync(["전력은 누가 제기했나?"], TimeSpan.FromSeconds(5), CancellationToken.None);
            return null;
        }
        catch (VectorsUnavailableException e)
        {
            return $"Embeddings: {e.Message}";
        }
    }

    /// <summary>JSON has the English words, whatever the reader's language: scripts compare them.</summary>
    private static Dictionary<string, string> Features(BotSettings settings, Output output)
    {
        var (off, on) = (Pick("꺼짐", "off"), Pick("켜짐", "on"));
        return new(StringComparer.Ordinal)
        {
            [Pick("콘솔", "console")] = Platforms.AreSet(settings) ? off : on,
            [Pick("저장소", "store")] = settings["Store:Provider"],
            ["slack"] = settings.IsSet("Slack:BotToken") ? settings["Slack:Mode"] : off,
            ["discord"] = settings.IsSet("Discord:Token") ? on : off,
            [Pick("폴더", "folders")] = settings.List("Records:Watch") is { Count: > 0 } folders ? Pick($"{folders.Count}개를 봄", $"{folders.Count} watched") + Absent(folders) : off,
            [Pick("피드", "feeds")] = settings.List("Records:Feeds") is { Count: > 0 } feeds ? Pick($"{feeds.Count}개를 봄", $"{feeds.Count} polled") : off,
            [Pick("일정", "calendars")] = settings.List("Meetings:Calendars") is { Count: > 0 } calendars
                ? string.Join(", ", calendars.Select(Calendar)) + Pick("; 마지막으로 본 결과는 status에 있습니다", "; status tells how the last look at each went")
                : off,
            [Pick("도표", "charts")] = KoreanFont.Find(settings) is not null
                ? on
                : Pick(
                    "꺼짐: 한글이 든 트루타입 글꼴이 없어 도표 대신 표를 보냅니다. 글꼴(fonts-nanum)을 설치하거나 Charts:Font에 적으십시오.",
                    "off: no TrueType font with Korean letters was found, so digests show a table instead. Install one (fonts-nanum) or name it in Charts:Font. / 한글 글꼴이 없어 도표 대신 표를 보냅니다."),
            [Pick("소식", "digests")] = Pick($"설정에 {settings.Table(DigestSettings.Key).Count}건", $"{settings.Table(DigestSettings.Key).Count} in the settings"),
            [Pick("모델", "model")] = settings.IsSet("Model:Endpoint") ? settings["Model:Name"] : off,
            [Pick("임베딩", "embeddings")] = settings.IsSet("Embeddings:Endpoint") ? settings["Embeddings:Name"] : off,
        };

        string Pick(string korean, string english) => output.Json ? english : output.Pick(korean, english);

        string Absent(IEnumerable<string> folders) =>
            folders.Where(f => !Directory.Exists(f)).ToList() is { Count: > 0 } missing ? Pick(", 지금 없는 것: ", ", not there now: ") + string.Join(", ", missing) : "";

        string Calendar(string calendar) =>
            SubscribedCalendars.Name(calendar) + (SubscribedCalendars.Address(calendar) is null && !Path.Exists(calendar) ? Pick(" (지금 없음)", " (not there now)") : "");
    }
}
