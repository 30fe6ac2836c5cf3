namespace ApiGen.Generator.Model;

/// <summary>How the values of a list are sent as text; the names are the runtime's.</summary>
internal enum ListJoin
{
    Csv,
    Repeated,
    Pipe,
    Space,
}
