namespace ApiGen.Generator.Model;

/// <summary>Where a request carries a parameter; the names are the runtime's.</summary>
internal enum ParameterPlace
{
    Query,
    Form,
    Path,
    Header,
}
