using Microsoft.Data.Sqlite;

namespace ApiGen.Budgets;

/// <summary>The row of a file that holds its time.</summary>
internal sealed class FileClock(SqliteConnection connection) : IDisposable
{
    private readonly Statement _read = new(connection, "SELECT moment, monotonic, wall, boot, stepped FROM clock");
    private readonly Statement _write = new(
        connection, "UPDATE clock SET moment = ?1, monotonic = ?2, wall = ?3, boot = ?4, stepped = ?5");

    public FileTime Read()
    {
        if (!_read.Step())
            throw new InvalidDataException("The file has no clock.");
        var time = new FileTime(
            _read.Number(0), _read.Number(1), _read.Number(2), _read.Text(3), _read.Number(4));
        _read.Reset();
        return time;
    }

    public void Write(FileTime time) =>
        _write.Bind(1, time.Moment).Bind(2, time.Monotonic).Bind(3, time.Wall).Bind(4, time.Boot).Bind(5, time.Stepped)
            .Run();

    public void Dispose()
    {
        _read.Dispose();
        _write.Dispose();
    }
}
