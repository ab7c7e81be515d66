using PolicyBot.Verbs;

namespace PolicyBot.Chat;

/// <summary>Something true to ask about before anything was imported: the records that come with the program, in a store of their own.</summary>
internal static class SampleArchive
{
    /// <summary>The sample's workplace when the archive is empty; else null. The archive itself stays empty.</summary>
    public static async Task<Workplace?> IfEmptyAsync(Workplace workplace, Output output, CancellationToken cancellationToken)
    {
        if ((await workplace.Archive.MeasureAsync(Records.Clearance.Everything, cancellationToken)).Records > 0) return null;
        var sample = new Workplace(workplace.Settings, Path.Combine(workplace.Folder, "sample"), workplace.Clearance, workplace.Time) { Warn = workplace.Warn };
        var result = await sample.Importer().ImportAsync([ProgramFolder.Resolve("config/records")], null, cancellationToken);
        await sample.OpenIndexAsync(new IndexLine(output), cancellationToken);
        output.Line($"The archive is empty; here is the sample archive of {result.Records.Count} records. Import your own: policybot import PATH…");
        output.Line($"저장된 기록이 없어 예시 기록 {result.Records.Count}건으로 시작합니다. 내 기록 가져오기: policybot import 경로…");
        return sample;
    }
}
