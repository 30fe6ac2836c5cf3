namespace ApiGen.Generator.Model;

/// <summary>How a header tells when a window ends; the names are the runtime's.</summary>
internal enum ResetTime
{
    Epoch,
    Seconds,
    Date,
}
