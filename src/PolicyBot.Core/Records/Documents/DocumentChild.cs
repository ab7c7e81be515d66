using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents;

/// <summary>
/// A process that reads documents, watched from outside: over its time or its memory it is ended. It gets no secrets (its environment is made anew), no network use is in its code, and its folder goes with it.
/// </summary>
internal sealed class DocumentChild : IDisposable
{
    /// <summary>What the runtime itself needs; tokens and keys stay behind.</summary>
    private static readonly HashSet<string> Inherited = new(StringComparer.OrdinalIgnoreCase) { "PATH", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "LD_LIBRARY_PATH", "SystemRoot", "LANG", "TZ" };

    private const long NobodyWaits = long.MaxValue;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    private readonly TimeProvider _time;
    private readonly DocumentLimits _limits;
    private readonly string _folder = Directory.CreateTempSubdirectory("policybot-read-").FullName;
    private readonly Process _process;
    private readonly ITimer _watch;
    private readonly Lock _ending = new();
    private readonly DocumentFrames _asked;
    private readonly DocumentFrames _told;
    private volatile DocumentRequest? _ahead;
    private TimeSpan _waited;
    private long _deadline = NobodyWaits;
    private volatile string? _verdict;
    private bool _disposed;

    public DocumentChild(DocumentProgram program, TimeProvider time, DocumentLimits limits)
    {
        (_time, _limits) = (time, limits);
        try
        {
            _process = Process.Start(StartInfo(program)) ?? throw new UnreadableRecordException("The process that reads documents cannot be started. / 문서를 읽는 프로세스를 시작할 수 없습니다.");
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            Directory.Delete(_folder, recursive: true);
            throw new UnreadableRecordException($"The process that reads documents cannot be started: {fault.Message} / 문서를 읽는 프로세스를 시작할 수 없습니다.");
        }

        // A crash tells its stack there, thousands of lines of it: unread, it would fill the pipe and stand still.
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        (_asked, _told) = (new(_process.StandardInput.BaseStream), new(_process.StandardOutput.BaseStream));
        _watch = time.CreateTimer(_ => Watch(), null, Tick, Tick);
    }

    public long PeakBytes { get; private set; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>It was ended from here, too late for the document that it had just read.</summary>
    public bool IsEnded => _verdict is not null;

    /// <summary>False when it reads ahead in another file, whose answer nobody will wait for.</summary>
    public bool IsFreeFor(DocumentRequest request) => _ahead is null || _ahead == request;

    /// <param name="next">Lies ready for it when it has answered, so that it need not wait for the one who asks.</param>
    public void Ask(DocumentRequest request, DocumentRequest? next)
    {
        try
        {
            if (_ahead != request) _asked.Write(request);
            _ahead = next;
            if (next is not null) _asked.Write(next);
            _asked.Flush();
        }
        catch (IOException)
        {
            // It is dead, which whoever listens will find, behind what it said before.
        }

        BeginDocument();
    }

    public void BeginDocument() => _waited = TimeSpan.Zero;

    /// <summary>Null when it is dead.</summary>
    public DocumentReply? Hear()
    {
        var since = _time.GetTimestamp();
        Volatile.Write(ref _deadline, since + (long)((_limits.Time - _waited).TotalSeconds * _time.TimestampFrequency));
        try
        {
            return _told.ReadReply(_limits.OutputBytes);
        }
        catch (InvalidDataException)
        {
            End($"More than {_limits.OutputBytes / (1024 * 1024)} MB of text came out of it. Split it into smaller documents. / 나온 글이 {_limits.OutputBytes / (1024 * 1024)} MB가 넘습니다. 나누어 가져오십시오.");
        }
        catch (IOException)
        {
            End(null);
        }
        finally
        {
            // Only waiting counts: it may stand still because nobody takes what it says.
            Volatile.Write(ref _deadline, NobodyWaits);
            _waited += _time.GetElapsedTime(since);
        }

        return null;
    }

    /// <summary>Why it died, as a sentence for the one whose document it was.</summary>
    public string Verdict()
    {
        if (_verdict is { } known) return known;
        var code = _process.WaitForExit(TimeSpan.FromSeconds(5)) ? _process.ExitCode.ToString(CultureInfo.InvariantCulture) : "unknown";
        return _verdict ?? $"The process that read it died (code {code}). The file is damaged, or was made to do harm. Open it in the program that made it, save it again and import that. / 읽던 프로세스가 죽었습니다(코드 {code}). 파일이 손상되었거나 해를 끼치려는 것입니다. 원래 프로그램에서 열어 다시 저장한 뒤 가져오십시오.";
    }

    public void Dispose()
    {
        lock (_ending)
        {
            if (_disposed) return;
            _disposed = true;
        }

        _watch.Dispose();
        Kill();
        _process.WaitForExit(TimeSpan.FromSeconds(5));
        _process.Dispose();
        _asked.Dispose();
        _told.Dispose();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // Held by a virus scanner, say: it is the system's temporary folder, which is emptied anyway.
        }
    }

    private void Watch()
    {
        var deadline = Volatile.Read(ref _deadline);
        if (deadline == NobodyWaits && _ahead is null) return;
        var memory = WorkingSet();
        PeakBytes = Math.Max(PeakBytes, memory);
        if (memory > _limits.MemoryBytes) End($"Reading it took more than {_limits.MemoryBytes / (1024 * 1024)} MB of memory and was stopped. Split it, or save it anew in the program that made it. / 읽는 데 메모리가 {_limits.MemoryBytes / (1024 * 1024)} MB 넘게 들어 멈추었습니다. 나누거나 원래 프로그램에서 새로 저장하십시오.");
        else if (_time.GetTimestamp() > deadline)
            End(string.Create(CultureInfo.InvariantCulture, $"Reading it took longer than {_limits.Time.TotalSeconds:0.###} seconds and was stopped. Split it, or save it anew in the program that made it. / 읽는 데 {_limits.Time.TotalSeconds:0.###}초 넘게 걸려 멈추었습니다. 나누거나 원래 프로그램에서 새로 저장하십시오."));
    }

    private void End(string? verdict)
    {
        _verdict ??= verdict;
        Kill();
    }

    private long WorkingSet()
    {
        lock (_ending)
        {
            if (_disposed) return 0;
            try
            {
                _process.Refresh();
                return _process.WorkingSet64;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }
    }

    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception)
        {
            // It is dead already.
        }
    }

    private ProcessStartInfo StartInfo(DocumentProgram program)
    {
        var start = new ProcessStartInfo(program.File, [.. program.Arguments, DocumentServer.Verb])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
            WorkingDirectory = _folder,
        };
        var environment = start.Environment;
        foreach (var name in environment.Keys.Where(k => !Inherited.Contains(k)).ToList()) environment.Remove(name);
        foreach (var name in (string[])["TMPDIR", "TEMP", "TMP", "HOME"]) environment[name] = _folder;
        // The rest of the limit is for code and buffers. The runtime takes the figure in hexadecimal.
        environment["DOTNET_GCHeapHardLimit"] = (_limits.MemoryBytes / 4 * 3).ToString("X", CultureInfo.InvariantCulture);
        // What a document leaves behind is dead when the next begins: the fewer collections fall within one, the less is copied. It takes a third off the work on a PDF.
        environment["DOTNET_GCgen0size"] = (_limits.MemoryBytes / 16).ToString("X", CultureInfo.InvariantCulture);
        environment["DOTNET_gcConcurrent"] = "0";
        environment["DOTNET_EnableDiagnostics"] = "0";
        environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;
    }
}
