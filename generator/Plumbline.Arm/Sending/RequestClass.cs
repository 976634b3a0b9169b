namespace Plumbline.Arm.Sending;

/// <summary>The kinds of requests that ARM counts apart.</summary>
internal enum RequestClass
{
    Read,
    Write,
    Delete,
}
