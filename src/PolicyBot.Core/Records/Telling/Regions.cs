namespace PolicyBot.Records.Telling;

/// <summary>Names of Korean regions and well-known seats, by which a bare word before a meeting is known as its place.</summary>
internal static class Regions
{
    private static readonly HashSet<string> Names = new(
        ("서울 부산 대구 인천 광주 대전 울산 세종 경기 강원 충북 충남 전북 전남 경북 경남 제주 수원 성남 판교 창원 포항 구미 천안 청주 전주 춘천 강릉 여수 목포 순천 나주 안양 용인 고양 일산 부천 화성 평택 " +
        "이천 김해 진주 거제 군산 익산 여의도 강남 마포 광화문 종로 상암 송도 동탄 분당 국회 용산 과천 오송 대덕 안동 경주 원주 파주 김포 의정부 남양주 시흥 안산 광명 하남 양산 통영 사천 충주 제천 아산 서산 당진 논산 " +
        "공주 보령 정읍 김제 남원 광양 속초 동해 삼척 태백 영주 상주 문경 김천 영천 경산 서귀포 홍릉 양재 구로 성수 잠실 을지로 명동 테헤란로 코엑스 벡스코 킨텍스 엑스코 수도권 영남 호남 충청 해운대").Split(' '),
        StringComparer.Ordinal);

    public static bool Contains(string word) => Names.Contains(word) || (word.Length > 2 && word[^1] is '시' or '도' or '구' or '군' && Names.Contains(word[..^1]));
}
