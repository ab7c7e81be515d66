using Microsoft.Data.Sqlite;

namespace PolicyBot.Storage.Sqlite;

/// <summary>Turns SQLite's result codes (https://sqlite.org/rescode.html) into sentences that say what to do.</summary>
internal static class SqliteFault
{
    public static ArchiveException Explain(SqliteException fault, string file) => new(Sentence(fault, file), fault);

    private static string Sentence(SqliteException fault, string file) => fault.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL =>
            $"The disk is full: the archive {file} could not be written. Nothing was half-written; free some space and run it again. / 디스크가 가득 차 저장소 {file}에 쓰지 못했습니다. 반쯤 쓰인 것은 없으니 공간을 비우고 다시 실행하십시오.",
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM or SQLitePCL.raw.SQLITE_AUTH =>
            $"The archive {file} cannot be written: the file or its folder is read-only. Nothing was changed; give write access or name another folder with --data. / 저장소 {file}에 쓸 수 없습니다. 파일이나 폴더가 읽기 전용입니다. 바뀐 것은 없으니 쓰기 권한을 주거나 --data에 다른 폴더를 쓰십시오.",
        SQLitePCL.raw.SQLITE_CANTOPEN =>
            $"The archive {file} cannot be opened or created. See that its folder exists and may be written, or name another with --data. / 저장소 {file}을(를) 열거나 만들 수 없습니다. 폴더가 있고 쓸 수 있는지 확인하거나 --data에 다른 폴더를 쓰십시오.",
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
            $"The archive {file} is being written by another program that does not finish. Nothing was changed; try again when it is done. / 다른 프로그램이 저장소 {file}에 쓰고 있으며 끝내지 않습니다. 바뀐 것은 없으니 그 일이 끝나면 다시 하십시오.",
        SQLitePCL.raw.SQLITE_NOTADB =>
            $"The file {file} is no archive: it is not an SQLite database. Move it away, or name another folder with --data. / {file}은(는) 저장소가 아닙니다(SQLite 데이터베이스가 아님). 다른 곳으로 옮기거나 --data에 다른 폴더를 쓰십시오.",
        SQLitePCL.raw.SQLITE_CORRUPT =>
            $"The archive {file} is damaged ({fault.Message}). Put a backup in its place, or move it away and import the records again. / 저장소 {file}이(가) 손상되었습니다. 백업으로 바꾸거나, 옮겨 두고 기록을 다시 가져오십시오.",
        SQLitePCL.raw.SQLITE_IOERR =>
            $"The disk failed while the archive {file} was read or written ({fault.Message}). Nothing was half-written; check the disk and its free space. / 저장소 {file}을(를) 읽거나 쓰는 중 디스크가 실패했습니다. 반쯤 쓰인 것은 없으니 디스크와 남은 공간을 확인하십시오.",
        _ => $"The archive {file} failed: {fault.Message} / 저장소 {file}에서 오류가 났습니다.",
    };
}
