namespace ApiGen.Generator.Model;

/// <summary>How a request says which page it asks for; the names are the runtime's.</summary>
internal enum PagingMethod
{
    Cursor,
    MaxId,
    Page,
    Offset,
}
