using System.Globalization;

namespace PolicyBot.Tests.Text.Personal;

/// <summary>Sentences as people write them, each with one made-up number or address, plain or disguised. Knows the forms of the issuing offices, nothing of what looks for them.</summary>
internal sealed class PersonalSentences(int seed)
{
    private static readonly string[] Kinds = ["resident", "foreigner", "passport", "licence", "mobile", "landline", "abroad", "mail", "card", "account"];

    private static readonly string[] Surnames = ["김", "이", "박", "최", "정", "구", "오", "사공"];
    private static readonly string[] Letters = ["hong", "kim.gd", "lee_sj", "policy2024", "jh.park", "contact", "m-choi"];
    private static readonly string[] Hosts = ["example.com", "korea.kr", "example.co.kr", "mail.example.org", "nongup.net"];
    private static readonly string[] Areas = ["02", "031", "042", "051", "064"];
    private static readonly string[] Spoken = ["공", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"];

    private readonly Random _random = new(seed);

    /// <param name="Secret">Exactly what must not be readable afterwards.</param>
    internal sealed record Sentence(string Kind, string Disguise, string Text, string Secret);

    public IEnumerable<Sentence> Take(int count) => Enumerable.Range(0, count).Select(i => Make(Kinds[i % Kinds.Length]));

    private Sentence Make(string kind)
    {
        var plain = kind switch
        {
            "resident" => $"{Birth()}-{_random.Next(1, 5)}{Number(6)}",
            "foreigner" => $"{Birth()}-{_random.Next(5, 9)}{Number(6)}",
            "passport" => _random.Next(2) == 0 ? $"M{Number(8)}" : $"M{Number(3)}{(char)('A' + _random.Next(26))}{Number(4)}",
            "licence" => $"{_random.Next(11, 27)}-{Number(2)}-{Number(6)}-{Number(2)}",
            "mobile" => $"010-{Lead()}{Number(3)}-{Number(4)}",
            "landline" => Pick(Areas) is var area && _random.Next(2) == 0 ? $"{area}-{Lead()}{Number(2)}-{Number(4)}" : $"{area}-{Lead()}{Number(3)}-{Number(4)}",
            "abroad" => $"+82-10-{Lead()}{Number(3)}-{Number(4)}",
            "mail" => $"{Pick(Letters)}@{Pick(Hosts)}",
            "card" => $"{Pick("4", "5", "9")}{Number(3)}-{Number(4)}-{Number(4)}-{Number(4)}",
            _ => Pick($"{Number(3)}-{Number(3)}-{Number(6)}", $"1002-{Number(3)}-{Number(6)}", $"{Number(6)}-{Number(2)}-{Number(6)}"),
        };
        var (disguise, secret) = Disguise(kind, plain);
        return new(kind, disguise, Around(kind, secret), secret);
    }

    private (string, string) Disguise(string kind, string plain) => kind == "mail"
        ? _random.Next(8) switch
        {
            0 => ("wide", Wide(plain)),
            1 => ("at", plain.Replace("@", " (at) ", StringComparison.Ordinal)),
            2 => ("at dot", plain.Replace("@", " at ", StringComparison.Ordinal).Replace(".", " dot ", StringComparison.Ordinal)),
            3 => ("골뱅이", plain.Replace("@", " 골뱅이 ", StringComparison.Ordinal)),
            4 => ("spaced", plain.Replace("@", " @ ", StringComparison.Ordinal)),
            5 => ("hidden", Hidden(plain)),
            _ => ("plain", plain),
        }
        : _random.Next(kind is "passport" ? 5 : 10) switch
        {
            0 => ("wide", Wide(plain)),
            1 => ("spaces", plain.Replace('-', ' ')),
            2 => ("hidden", Hidden(plain)),
            3 => ("dashes", plain.Replace('-', '–')),
            5 => ("dots", plain.Replace('-', '.')),
            6 => ("syllables", Syllables(plain)),
            7 => ("apart", string.Join(' ', plain.Replace("-", "", StringComparison.Ordinal).ToCharArray())),
            8 => ("together", kind is "licence" or "account" ? plain : plain.Replace("-", "", StringComparison.Ordinal)),
            9 => ("wide gaps", plain.Replace("-", " - ", StringComparison.Ordinal)),
            _ => ("plain", plain),
        };

    private string Around(string kind, string secret)
    {
        var who = Pick(Surnames) + Pick("길동", "몽룡", "춘향", "놀부");
        var (korean, english) = kind switch
        {
            "resident" or "foreigner" => (Pick("주민등록번호", "외국인등록번호", "생년월일과 뒷자리", "등록번호"), Pick("registration number", "ID number", "resident number")),
            "passport" => ("여권번호", "passport"),
            "licence" => ("운전면허 번호", "driving licence"),
            "mobile" or "landline" or "abroad" => (Pick("연락처", "전화", "휴대전화", "문의"), Pick("phone", "call", "contact")),
            "mail" => (Pick("이메일", "전자우편", "메일"), Pick("e-mail", "write to", "mail")),
            "card" => ("카드번호", "card"),
            _ => (Pick("계좌번호", "입금 계좌", "은행 계좌"), Pick("bank account", "account")),
        };
        return _random.Next(6) switch
        {
            0 => $"{who} 대표의 {korean}는 {secret} 입니다.",
            1 => $"{who} 씨는 간담회에서 “{korean} {secret}”라고 적힌 서류를 냈다.",
            2 => $"{korean}: {secret}, 담당 {who}",
            3 => $"The president gave his {english}, {secret}, to the ministry.",
            4 => $"{english}: {secret}",
            _ => $"({korean} {secret}) {who} 위원은 전력 공급을 요구했다.",
        };
    }

    private string Birth() => new DateTime(1950, 1, 1).AddDays(_random.Next(20_000)).ToString("yyMMdd", CultureInfo.InvariantCulture);

    private string Lead() => _random.Next(2, 10).ToString(CultureInfo.InvariantCulture);

    private string Number(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => _random.Next(10)));

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];

    private static string Wide(string plain) => string.Concat(plain.Select(c => c is > ' ' and < '\u007F' ? (char)(c + 0xFEE0) : c));

    private static string Hidden(string plain) => string.Join('\u200B', plain.ToCharArray());

    private static string Syllables(string plain) => string.Concat(plain.Select(c => char.IsAsciiDigit(c) ? Spoken[c - '0'] : c.ToString()));
}
