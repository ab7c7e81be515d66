using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using PolicyBot.Records.Layout;

namespace PolicyBot.Records.Reading;

/// <summary>A saved web page: the article in it becomes the text, its paragraphs joined by empty lines. Nothing is loaded, nothing runs.</summary>
internal sealed class HtmlReader(TimeProvider time, CancellationToken cancellationToken)
{
    private const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Pages nest some forty deep. Below the limit elements become siblings, so no hostile page grows a deep tree.</summary>
    private const int MaxDepth = 256;

    private const int MaxOpen = 3000;

    /// <summary>A megabyte takes well under a second; misnested markup can cost the parser far more than its size.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public Record Read(byte[] bytes)
    {
        if (bytes.Length > MaxBytes) throw new UnreadableRecordException($"The page is larger than {MaxBytes / (1024 * 1024)} MB. Save the article alone. / 페이지가 {MaxBytes / (1024 * 1024)} MB보다 큽니다. 기사만 따로 저장하십시오.");
        using var page = Parse(TextDecoder.Decode(bytes, HtmlCharset.Declared(bytes)));
        var article = HtmlArticle.Find(page, cancellationToken);
        if (article.Text.Length == 0) throw new UnreadableRecordException("The page shows no text without running its scripts. Save the article as text and import that. / 스크립트를 실행하지 않으면 글이 보이지 않는 페이지입니다. 기사를 텍스트로 저장해 가져오십시오.");
        var today = DateOnly.FromDateTime(time.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime);
        var fields = HtmlMetadata.Read(page, article.Head, today);
        return RecordAssembly.Assemble(fields, article.Text, TextLayout.Read(article.Text, known: article.Kinds));
    }

    private IHtmlDocument Parse(string html)
    {
        var started = time.GetTimestamp();
        var (tokens, open) = (0, 0);
        HtmlParser parser = new(new()
        {
            MaximumDepth = MaxDepth,
            SkipComments = true,
            OnToken = (token, _) =>
            {
                open += Opens(token);
                if (open > MaxOpen) throw new UnreadableRecordException($"The page opens more than {MaxOpen} elements without closing them. Save the article as text and import that. / 닫지 않은 요소가 {MaxOpen}개보다 많은 페이지입니다. 기사를 텍스트로 저장해 가져오십시오.");
                if (++tokens % 256 != 0) return;
                cancellationToken.ThrowIfCancellationRequested();
                if (time.GetElapsedTime(started) > Patience)
                    throw new UnreadableRecordException("The page's markup is so tangled that reading it takes too long. Save the article as text and import that. / 페이지가 너무 복잡하게 얽혀 있어 읽는 데 지나치게 오래 걸립니다. 기사를 텍스트로 저장해 가져오십시오.");
            },
        });
        return parser.ParseDocument(html);
    }

    /// <summary>The parser's work for each tag grows with the elements that stand open; those that close themselves do not count.</summary>
    private static int Opens(HtmlToken token) => token.Type switch
    {
        HtmlTokenType.StartTag when token.Name is "p" or "li" or "td" or "th" or "tr" or "dd" or "dt" or "option" or "br" or "hr" or "img" or "meta" or "link" or "input" or "source" or "col" or "wbr" or "embed" or "param" or "area" or "base" => 0,
        HtmlTokenType.StartTag => 1,
        HtmlTokenType.EndTag when token.Name is "p" or "li" or "td" or "th" or "tr" or "dd" or "dt" or "option" or "br" => 0,
        HtmlTokenType.EndTag => -1,
        _ => 0,
    };
}
