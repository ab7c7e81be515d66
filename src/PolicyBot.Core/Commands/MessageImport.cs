using System.Globalization;
using PolicyBot.Chat;
using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Commands;

/// <summary>"Import as meeting record": the files of a message, else its words, become records.</summary>
internal sealed class MessageImport(Desk desk)
{
    private const int MostFiles = 20;

    public async Task<Handled> HandleAsync(Wish wish, CancellationToken cancellationToken)
    {
        if (wish.Message.Action != CommandCatalogue.Import) return Tell(wish, [wish.Pick("그런 동작은 없습니다.", "There is no such action.")]);
        return await ImportAsync(wish, cancellationToken);
    }

    public async Task<Handled> ImportAsync(Wish wish, CancellationToken cancellationToken)
    {
        if (desk.Importer is not { } importer || !desk.Curators.Include(wish.Message.Conversation, wish.Message.User))
            return Tell(wish, [wish.Pick("기록 가져오기는 기록 담당자(Access:Curators)만 할 수 있습니다.", "Only curators (Access:Curators) may import records.")]);
        if (wish.Message.Files.Count == 0 && string.IsNullOrWhiteSpace(wish.Message.Text))
            return Tell(wish, [wish.Pick("이 메시지에는 가져올 글이나 파일이 없습니다.", "This message has neither text nor files to import.")]);
        var folder = Directory.CreateTempSubdirectory("policybot-message-");
        try
        {
            var lines = new List<string>();
            await FetchAsync(wish, folder.FullName, lines, cancellationToken);
            var result = await importer.ImportAsync([folder.FullName], null, cancellationToken);
            await desk.FollowIndex(cancellationToken);
            foreach (var record in result.Records) lines.Add(await DescribeAsync(wish, record, cancellationToken));
            lines.AddRange(result.Rejected.Select(r => Refused(wish, Path.GetFileName(r.Path), r.Reason.Replace(folder.FullName, "", StringComparison.Ordinal))));
            if (result.Stopped is { } stopped) lines.Add(stopped);
            return Tell(wish, lines);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task FetchAsync(Wish wish, string folder, List<string> refusals, CancellationToken cancellationToken)
    {
        if (wish.Message.Files.Count == 0)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "message.md"), wish.Message.Text, cancellationToken);
            return;
        }

        foreach (var (file, number) in wish.Message.Files.Take(MostFiles).Select((f, i) => (f, i + 1)))
            if (await FetchAsync(wish, file, Path.Combine(folder, $"{number.ToString("D2", CultureInfo.InvariantCulture)}{SafeExtension(file.Name)}"), cancellationToken) is { } reason)
                refusals.Add(Refused(wish, file.Name, reason));
        if (wish.Message.Files.Count > MostFiles) refusals.Add(wish.Pick($"파일은 한 번에 {MostFiles}개까지 가져옵니다.", $"At most {MostFiles} files are imported at a time."));
    }

    /// <returns>Why it cannot be had; null when it lies there.</returns>
    private async Task<string?> FetchAsync(Wish wish, ChatFile file, string path, CancellationToken cancellationToken)
    {
        if (!RecordReader.CanRead(path)) return wish.Pick($"이런 종류의 파일은 읽지 않습니다. 읽는 종류: {Kinds()}", $"Files of this kind are not read; known kinds: {Kinds()}");
        if (file.Size > desk.LargestFile) return TooLarge(wish);
        if (desk.Platforms.FirstOrDefault(p => p.Name == wish.Message.Conversation.Platform) is not { } platform) return wish.Pick("파일을 받을 수 없습니다.", "The file cannot be fetched.");
        try
        {
            await using var source = await platform.OpenFileAsync(file, cancellationToken);
            await using var target = File.Create(path);
            var buffer = new byte[81920];
            long total = 0;
            for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                // The size that the platform told is a claim.
                if ((total += read) > desk.LargestFile) break;
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            if (total <= desk.LargestFile) return null;
        }
        catch (ChatFileException fault)
        {
            return fault.Message;
        }
        catch (IOException)
        {
            File.Delete(path);
            return wish.Pick("파일을 끝까지 받지 못했습니다. 다시 해 주십시오.", "The file could not be fetched to its end. Please try again.");
        }

        File.Delete(path);
        return TooLarge(wish);
    }

    private async Task<string> DescribeAsync(Wish wish, ImportedRecord record, CancellationToken cancellationToken)
    {
        var outcome = record.Outcome switch
        {
            PutOutcome.Imported => wish.Pick("가져옴", "imported"),
            PutOutcome.Updated => wish.Pick($"{record.Version}판으로 바꿈", $"updated to version {record.Version}"),
            _ => wish.Pick("이미 있음", "unchanged"),
        };
        var line = wish.Pick($"{outcome}: {record.Title} ({record.Id}) · 회의 {record.Meetings}건, 발언 {record.Statements}건", $"{outcome}: {record.Title} ({record.Id}) · {record.Meetings} meetings, {record.Statements} statements");
        return await desk.Archive.FindRecordAsync(record.Id, wish.Clearance, cancellationToken) is not null
            ? line
            : line + wish.Pick(" · 등급 때문에 이곳의 답에는 나오지 않습니다.", " · its grade keeps it out of answers here.");
    }

    private static string SafeExtension(string name) => Path.GetExtension(name) is { Length: > 1 and <= 10 } extension && extension.Skip(1).All(char.IsAsciiLetterOrDigit) ? extension.ToLowerInvariant() : "";

    private static string Kinds() => string.Join(' ', RecordReader.SupportedExtensions.Order(StringComparer.Ordinal));

    private string TooLarge(Wish wish) => wish.Pick($"{desk.LargestFile / 1024 / 1024}MB보다 큰 파일은 받지 않습니다.", $"Files above {desk.LargestFile / 1024 / 1024} MB are not taken.");

    private static string Refused(Wish wish, string name, string reason) => wish.Pick($"받지 않음: {name} — {reason}", $"refused: {name} — {reason}");

    private static Handled Tell(Wish wish, IReadOnlyList<string> lines) => new() { Replies = [new(new() { Language = wish.Language, Text = string.Join('\n', lines) }, wish.Privately)] };
}
