namespace Networks.Workflows.Access;

/// <summary>
/// The row of the access matrix that a request or a page stands on. Every request and every endpoint has exactly one:
/// an architecture test fails the build otherwise.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AccessAttribute(Right right) : Attribute
{
    public Right Right { get; } = right;
}
