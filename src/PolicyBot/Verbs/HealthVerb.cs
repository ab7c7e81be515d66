using System.CommandLine;

namespace PolicyBot.Verbs;

internal static class HealthVerb
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static Command Create(CommonOptions common)
    {
        var verb = new Command("health", "Ask the worker of this machine whether it is ready, at Urls; for containers / 실행 중인 봇의 상태 확인");
        verb.SetAction(async (parse, cancellationToken) =>
        {
            var settings = common.LoadSettings(parse);
            if (!settings.IsSet("Urls")) throw new WrongUseException("Urls is not set: the worker listens nowhere. Set it, such as http://0.0.0.0:8080. / Urls 설정이 없어 봇이 듣는 곳이 없습니다. http://0.0.0.0:8080처럼 설정하십시오.");
            var first = settings["Urls"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)[0];
            foreach (var every in (string[])["//0.0.0.0", "//*", "//+", "//[::]"]) first = first.Replace(every, "//127.0.0.1", StringComparison.Ordinal);
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Longest };
            var output = common.Output(parse);
            try
            {
                using var answer = await http.GetAsync(new Uri(new Uri(first), "/readyz"), cancellationToken);
                output.Line(await answer.Content.ReadAsStringAsync(cancellationToken));
                return answer.IsSuccessStatusCode ? ExitCode.Done : ExitCode.SomethingRefused;
            }
            catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                output.Line("The worker does not answer: it is starting, or waits for its database; see its log. / 봇이 응답하지 않습니다. 시작하는 중이거나 데이터베이스를 기다리는 중일 수 있으니 로그를 보십시오.");
                return ExitCode.SomethingRefused;
            }
        });
        return verb;
    }
}
